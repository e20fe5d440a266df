package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.FolderBatches;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import io.chiasm.local.machine.TemporaryFolder;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.Recalibration;
import io.chiasm.networks.builtin.TrainingForm;
import io.chiasm.networks.shell.NetworkOpening;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chiasm networks recalibrate}. */
@Command(
    name = "recalibrate",
    description =
        "An untrained network whose batch norms have the statistics of images, as a file of"
            + " weights.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class RecalibrateCommand implements Callable<Integer> {
  /** One batch at a time: its activations are the memory that the command takes. */
  private static final int WORKERS = 1;

  @Option(
      names = "--network",
      required = true,
      paramLabel = "N",
      description = "a built-in architecture with batch norm: efficientnet_b0:untrained(SEED)")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String network;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "folder of PNG and JPEG files; the first in order of their names are taken")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path images;

  @Option(
      names = "--images-count",
      paramLabel = "N",
      defaultValue = "256",
      description = "how many of them, 2 or more (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description =
          "images that are normalised together, 2 or more; the statistics are the mean over batches"
              + " (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.safetensors",
      description = "state dict, for 'weights' of a study")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path output;

  @Override
  public Integer call() {
    check();
    TemporaryFolder.require();
    Recalibration recalibration = NetworkOpening.recalibration(network);
    ExtractionSettings settings = new ExtractionSettings(batch, WORKERS);
    try (Extraction extraction =
        new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings)) {
      LoadedNetwork loaded = loaded(recalibration.form());
      FolderBatches.Passed passed =
          new FolderBatches(extraction, new DjlNetworks())
              .run(
                  images,
                  count,
                  loaded,
                  loaded.recipe(Preprocessing.WHOLE_IMAGE),
                  (done, outputs) -> recalibration.statistics().add(outputs));
      PassedOver.tell(passed.passedOver());
      write(recalibration, passed);
      System.out.printf(
          "%s: %s, batch norm recalibrated on %d images%n", output, network, passed.photographs());
      return ExitCode.OK;
    }
  }

  private void check() {
    if (count < 2 || batch < 2) {
      throw new InputException(
          "--images-count " + count + " --batch " + batch + ": both must be 2 or more");
    }
    if (!output.toString().endsWith(".safetensors")) {
      throw new InputException("--output " + output + ": the name must end in .safetensors");
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException("--output " + output + ": there is no folder " + folder);
    }
  }

  private LoadedNetwork loaded(TrainingForm form) {
    OnnxGraph graph = form.graph();
    return new LoadedNetwork(
        network,
        graph.bytes(),
        form.outputs(),
        graph.inputSize().height(),
        graph.inputSize().width(),
        graph.normalisation().orElse(Normalisation.IMAGENET),
        TorchvisionPreset.of(graph));
  }

  /** The file appears only when it is whole. */
  private void write(Recalibration recalibration, FolderBatches.Passed passed) {
    Path part = output.resolveSibling(output.getFileName() + ".part");
    Map<String, String> origin =
        Map.of(
            "chiasm.batch", String.valueOf(batch), "chiasm.images_sha256", passed.sha256().value());
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        recalibration.write(out, passed.photographs(), origin);
      }
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InputException(output + " cannot be written: " + Reason.of(e), e);
    }
  }
}
