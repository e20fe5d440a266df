package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.FolderExtraction;
import io.chiasm.extraction.extract.FolderRequest;
import io.chiasm.extraction.extract.FolderResult;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import io.chiasm.local.machine.TemporaryFolder;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.TrainedNetwork;
import io.chiasm.networks.shell.NetworkOpening;
import io.chiasm.networks.shell.WeightsFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm extract}. */
@Command(
    name = "extract",
    description = "Activations of any folder of images, without a study, broker or store.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class ExtractCommand implements Callable<Integer> {
  @Option(
      names = "--network",
      required = true,
      paramLabel = "N",
      description =
          "FILE.onnx, FILE.onnx:untrained(SEED), or a built-in ARCHITECTURE with weights:"
              + " efficientnet_b0:IMAGENET1K_V1, efficientnet_b0:untrained(SEED),"
              + " efficientnet_b0:FILE.pth or .safetensors, efficientnet_b0:FILE.pth#SET for one of"
              + " several sets of weights in it")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String network;

  @Option(
      names = "--weights-dir",
      paramLabel = "DIR",
      description = "folder of published weights (default: CHIASM_WEIGHTS or the user's cache)")
  private @Nullable Path weights;

  @Option(
      names = "--layers",
      required = true,
      paramLabel = "NAME[,NAME…]",
      description =
          "tensors to extract, in one pass; may be repeated; a comma within a name is written \\,")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private List<String> layers;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      converter = DataPathConverter.class,
      description = "folder of PNG and JPEG files, known by their content, or s3://bucket/prefix")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path images;

  @Option(names = "--recursive", description = "walk the folder's sub-folders too")
  private boolean recursive;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "folder of <layer>.npy and stimuli.csv; those of an earlier run go")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path output;

  @Mixin private InputSizeOption inputSize = new InputSizeOption();

  @Option(
      names = "--preprocessing",
      paramLabel = "MODE",
      defaultValue = "whole-image",
      description = "whole-image or torchvision (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private String preprocessing;

  @Option(
      names = "--normalisation",
      paramLabel = "imagenet",
      description = "if the file says none: imagenet")
  private @Nullable String normalisation;

  @Option(
      names = "--activations",
      paramLabel = "TYPE",
      defaultValue = "float32",
      description =
          "numbers that the files hold: float32, or float16 of half the size"
              + " (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private String activations;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "4",
      description = "images per run of the network (default: ${DEFAULT-VALUE})")
  private int batch;

  @Override
  public Integer call() {
    List<String> names = NameList.of("--layers", layers);
    ActivationType stored = stored();
    TemporaryFolder.require();
    ExtractionSettings settings = ExtractionSettings.ofProcessors().withBatch(batch);
    OnnxGraph graph = graph();
    graph.requireReadable(names);
    graph.runNotes(names).forEach(note -> System.err.println("note: " + network + ": " + note));
    LoadedNetwork loaded =
        new LoadedNetwork(
            network,
            graph.tapped(names),
            names,
            graph.inputSize().height(),
            graph.inputSize().width(),
            normalisation(graph),
            TorchvisionPreset.of(graph));
    try (Extraction extraction =
        new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings)) {
      FolderResult result =
          new FolderExtraction(extraction, new DjlNetworks())
              .run(
                  new FolderRequest(
                      images, recursive, output, loaded, loaded.recipe(mode()), stored),
                  (done, total) -> {});
      result.layers().forEach(l -> System.out.println(l.file() + " " + l.shape()));
      PassedOver.tell(result.passedOver());
      return ExitCode.OK;
    }
  }

  private OnnxGraph graph() {
    WeightsFolder folder = WeightsFolder.ofEnvironment();
    TrainedNetwork opened =
        new NetworkOpening(weights == null ? folder : folder.in(weights)).opened(network);
    opened.notes().forEach(note -> System.err.println("note: " + network + ": " + note));
    return inputSize.applied(opened.graph());
  }

  private Preprocessing mode() {
    return LabelOption.of("--preprocessing", preprocessing, Preprocessing.class);
  }

  private ActivationType stored() {
    return LabelOption.of("--activations", activations, ActivationType.class);
  }

  private Normalisation normalisation(OnnxGraph graph) {
    if ("imagenet".equals(normalisation)) {
      return Normalisation.IMAGENET;
    }
    if (normalisation != null) {
      throw new InputException("--normalisation " + normalisation + ": possible is imagenet");
    }
    return graph
        .normalisation()
        .orElseThrow(
            () ->
                new InputException(
                    graph.source()
                        + " does not say how its input is normalised; add --normalisation"
                        + " imagenet"));
  }
}
