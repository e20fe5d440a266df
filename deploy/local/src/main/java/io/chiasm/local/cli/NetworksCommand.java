package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.inspect.LayerRow;
import io.chiasm.networks.shape.ImageRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    @Parameters(paramLabel = "FILE", description = "an ONNX, .pth or .safetensors file")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path file;

    @Mixin private JsonOption json = new JsonOption();

    private static final int SHOWN = 5;

    @Override
    public Integer call() {
      Inspection inspection = Inspection.of(network());
      json.print(inspection, () -> text(inspection));
      return inspection.problems().isEmpty() ? ExitCode.OK : ExitCode.WRONG_INPUT;
    }

    private OnnxGraph network() {
      if (file.toString().endsWith(".onnx")) {
        return OnnxGraph.read(file);
      }
      StateDict weights = StateDict.open(file);
      return BuiltIn.recognised(weights).orElseThrow(() -> unknown(weights)).trained(file);
    }

    private static InputException unknown(StateDict weights) {
      String first =
          weights.keys().stream()
              .limit(SHOWN)
              .map(k -> k + " " + weights.shape(k))
              .collect(Collectors.joining(", "));
      return new InputException(
          "%s: has %d tensors (%s …), not those of any built-in architecture; 'networks' lists them"
              .formatted(weights.source(), weights.keys().size(), first));
    }

    private static String text(Inspection network) {
      StringBuilder text = new StringBuilder();
      text.append(String.format("file           %s%n", network.source()));
      text.append(String.format("sha256         %s%n", network.sha256()));
      text.append(
          String.format(
              "made by        %s, opset %d, IR %d%n",
              network.producer(), network.opset(), network.irVersion()));
      text.append(
          String.format(
              "input          %s, %s%n",
              network.input(),
              network.inputSize() == null ? "size left open" : network.inputSize()));
      text.append(
          String.format(
              "normalisation  %s%n",
              network.normalisation() == null ? "not said" : network.normalisation()));
      text.append(String.format("parameters     %,d%n%n", network.parameters()));
      text.append(
          String.format(
              "%-40s %-18s %-16s %6s %6s %9s %5s %s%n",
              "layer", "operator", "shape", "stride", "field", "KiB/image", "split", "images"));
      network.layers().forEach(layer -> text.append(row(layer)));
      network.notes().forEach(n -> text.append("note: ").append(n).append('\n'));
      network.problems().forEach(p -> text.append("problem: ").append(p).append('\n'));
      return text.toString();
    }

    private static String row(LayerRow layer) {
      var columns = layer.columns();
      return String.format(
          "%-40s %-18s %-16s %6s %6s %9.1f %5s %s%n",
          layer.name(),
          layer.operator(),
          layer.shape() == null ? "unknown" : layer.shape(),
          columns == null ? "" : columns.stride(),
          columns == null ? "" : columns.size(),
          layer.kibPerImage(),
          layer.splittable() ? "yes" : "no",
          images(layer.run()));
    }

    private static String images(ImageRun run) {
      return run.any() ? "together" : run.possible() ? "one at a time" : "refused";
    }
  }
}
