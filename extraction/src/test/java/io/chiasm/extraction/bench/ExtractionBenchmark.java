package io.chiasm.extraction.bench;

import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.extract.Photograph;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.parity.Lite0;
import io.chiasm.extraction.preprocess.Preprocessor;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Photographs per second from file to activations in memory, EfficientNet-Lite0 with three layers.
 * Arguments: batch, workers, rounds. Not run by the build.
 */
public final class ExtractionBenchmark {
  private static final int BLOCK = 64;

  private ExtractionBenchmark() {}

  public static void main(String[] args) throws IOException {
    int batch = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[2]);
    LoadedNetwork network = Lite0.load();
    List<List<Photograph>> blocks = blocks(Lite0.photographs(192));
    ExtractionSettings settings = new ExtractionSettings(batch, Integer.parseInt(args[1]));
    Preprocessor preprocessor = new Preprocessor(network.recipe(Preprocessing.WHOLE_IMAGE));
    try (Extraction extraction =
            new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings);
        NetworkRunner runner = new DjlNetworks().open(network)) {
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        extraction.run(runner, preprocessor, blocks, (block, layers) -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%.1f photographs/s%n", BLOCK * blocks.size() / seconds);
      }
    }
  }

  private static List<List<Photograph>> blocks(List<Photograph> photographs) {
    List<List<Photograph>> blocks = new ArrayList<>();
    for (int from = 0; from + BLOCK <= photographs.size(); from += BLOCK) {
      blocks.add(photographs.subList(from, from + BLOCK));
    }
    return blocks;
  }
}
