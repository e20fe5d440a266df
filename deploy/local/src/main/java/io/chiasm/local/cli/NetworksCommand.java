package io.chiasm.local.cli;

import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.builtin.TrainedNetwork;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.graph.PixelLayout;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.inspect.LayerRow;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shell.WeightsFile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chiasm networks}. */
@Command(
    name = "networks",
    description = "The networks that are known, with published weights.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = {NetworksCommand.Inspect.class, RecalibrateCommand.class})
final class NetworksCommand implements Runnable {
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public void run() {
    List<PublishedWeights> known = Catalogue.all();
    json.print(known, () -> table(known));
  }

  private static String table(List<PublishedWeights> known) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-20s %-14s %6s %12s %5s  %-60s %s%n",
            "architecture", "weights", "acc@1", "parameters", "input", "layers", "file"));
    for (PublishedWeights weights : known) {
      boolean builtIn = Architectures.named(weights.architecture()).isPresent();
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %-14s %6.3f %,12d %5d  %-60s %s%n",
              weights.architecture(),
              weights.weights(),
              weights.acc1(),
              weights.parameters(),
              weights.preset().crop(),
              builtIn ? String.join(" ", weights.layers().values()) : "by ONNX only",
              weights.file()));
    }
    return text
        + "Every architecture also runs as ARCHITECTURE:untrained(SEED) and with a .pth or"
        + " .safetensors file of its own.\n";
  }

  /** {@code chiasm networks inspect FILE}. */
  @Command(
      name = "inspect",
      description = "What a network file is: input, layers, shapes, receptive fields, problems.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Inspect implements Callable<Integer> {
    @Parameters(
        paramLabel = "FILE",
        description =
            "an ONNX, .pth or .safetensors file, or s3://bucket/key of one; FILE#SET for one of"
                + " several sets of weights in it")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private String file;

    @Mixin private InputSizeOption inputSize = new InputSizeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
      TrainedNetwork network = network();
      Inspection inspection = Inspection.of(inputSize.applied(network.graph()), network.notes());
      json.print(inspection, () -> text(inspection));
      return inspection.problems().isEmpty() ? ExitCode.OK : ExitCode.WRONG_INPUT;
    }

    private TrainedNetwork network() {
      if (file.endsWith(".onnx")) {
        return new TrainedNetwork(OnnxGraph.read(DataPath.of(file)), List.of());
      }
      WeightsFile named = WeightsFile.named(file);
      return BuiltIn.recognised(DataPath.of(named.file()), named.set());
    }

    private static String text(Inspection network) {
      StringBuilder text = new StringBuilder();
      text.append(String.format("file           %s%n", network.source()));
      text.append(String.format("sha256         %s%n", network.sha256()));
      text.append(
          String.format(
              Locale.ROOT,
              "made by        %s, opset %d, IR %d%n",
              network.producer(),
              network.opset(),
              network.irVersion()));
      text.append(
          String.format(
              "input          %s, %s, %s, %s, %s%n",
              network.input(),
              network.inputSize() == null ? "size left open" : network.inputSize(),
              network.layout() == PixelLayout.NCHW ? "channels first" : "channels last",
              network.inputType(),
              network.batch() == 0 ? "any number of images" : network.batch() + " at a time"));
      text.append(
          String.format(
              "normalisation  %s%n",
              network.normalisation() == null ? "not said" : network.normalisation()));
      text.append(String.format(Locale.ROOT, "parameters     %,d%n", network.parameters()));
      network.notes().forEach(n -> text.append(String.format("weights        %s%n", n)));
      text.append('\n');
      text.append(
          String.format(
              "%-40s %-18s %-16s %6s %6s %9s %5s %s%n",
              "layer", "operator", "shape", "stride", "field", "KiB/image", "split", "images"));
      network.layers().forEach(layer -> text.append(row(layer)));
      network.runs().forEach(n -> text.append("note: ").append(n).append('\n'));
      network.problems().forEach(p -> text.append("problem: ").append(p).append('\n'));
      return text.toString();
    }

    private static String row(LayerRow layer) {
      var columns = layer.columns();
      return String.format(
          Locale.ROOT,
          "%-40s %-18s %-16s %6s %6s %9.1f %5s %s%s%n",
          layer.name(),
          layer.operator(),
          layer.shape() == null ? "unknown" : layer.shape(),
          columns == null ? "" : columns.stride(),
          columns == null ? "" : columns.size(),
          layer.kibPerImage(),
          layer.splittable() ? "yes" : "no",
          images(layer.run()),
          layer.stored().isEmpty() ? "" : ", kept as " + layer.stored());
    }

    private static String images(ImageRun run) {
      return run.any() ? "together" : run.possible() ? "one at a time" : "refused";
    }
  }
}
