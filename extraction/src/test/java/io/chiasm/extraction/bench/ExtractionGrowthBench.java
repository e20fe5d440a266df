package io.chiasm.extraction.bench;

import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.FolderExtraction;
import io.chiasm.extraction.extract.FolderRequest;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What so many photographs and layers take, from stored PNG to stored activations, after some to
 * warm up: EfficientNet-B0, the deepest layer first, so that the network is run whole for any
 * number of layers. Arguments: photographs, layers (1 to 8), threads, an empty folder. Prints one
 * line of JSON. Not run by the build; bench/growth/run.sh runs it for many sizes.
 */
public final class ExtractionGrowthBench {
  private static final List<String> LAYERS =
      List.of(
          "features.8",
          "features.2",
          "features.5",
          "features.3",
          "features.7",
          "features.4",
          "features.6",
          "features.1");
  private static final int WARM = 32;
  private static final double SECOND = 1e9;

  private ExtractionGrowthBench() {}

  public static void main(String[] args) throws IOException {
    int photographs = Integer.parseInt(args[0]);
    List<String> layers = LAYERS.subList(0, Integer.parseInt(args[1]));
    ExtractionSettings settings =
        new ExtractionSettings(ExtractionSettings.DEFAULT_BATCH, Integer.parseInt(args[2]));
    Path folder = Path.of(args[3]);
    Path few = MadePhotographs.write(folder.resolve("few"), WARM);
    Path all = MadePhotographs.write(folder.resolve("all"), photographs);
    LoadedNetwork network = ExtractorBench.network(layers);
    try (Extraction extraction =
            new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings);
        NetworkRunner runner = new DjlNetworks().open(network)) {
      FolderExtraction extracting =
          new FolderExtraction(extraction, ignored -> new ExtractorBench.Kept(runner));
      extract(extracting, network, few, folder.resolve("warm"));
      double processor = ExtractorBench.processorNanos();
      long start = System.nanoTime();
      extract(extracting, network, all, folder.resolve("activations"));
      System.out.printf(
          Locale.ROOT,
          "{\"seconds\": %.3f, \"cpu_seconds\": %.3f, \"peak_gib\": %.3f}%n",
          (System.nanoTime() - start) / SECOND,
          (ExtractorBench.processorNanos() - processor) / SECOND,
          ExtractorBench.peakGib());
    }
  }

  private static void extract(
      FolderExtraction extracting, LoadedNetwork network, Path images, Path output)
      throws IOException {
    Files.createDirectories(output);
    extracting.run(
        new FolderRequest(
            images, false, output, network, network.recipe(Preprocessing.WHOLE_IMAGE)),
        (done, total) -> {});
  }
}
