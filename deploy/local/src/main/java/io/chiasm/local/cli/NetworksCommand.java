package io.chiasm.local.cli;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.inspect.LayerRow;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chiasm networks}. */
@Command(
    name = "networks",
    description = "Look at networks.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = NetworksCommand.Inspect.class)
final class NetworksCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "No network is built in yet; 'networks inspect FILE' looks at an ONNX file");
  }

  /** {@code chiasm networks inspect FILE}. */
  @Command(
      name = "inspect",
      description = "What a network file is: input, layers, shapes, receptive fields, problems.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Inspect implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "an ONNX file")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path file;

    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
      Inspection inspection = Inspection.of(OnnxGraph.read(file));
      json.print(inspection, () -> text(inspection));
      return inspection.problems().isEmpty() ? ExitCode.OK : ExitCode.WRONG_INPUT;
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
              "%-40s %-18s %-16s %6s %6s %9s %s%n",
              "layer", "operator", "shape", "stride", "field", "KiB/image", "split"));
      network.layers().forEach(layer -> text.append(row(layer)));
      network.problems().forEach(p -> text.append("problem: ").append(p).append('\n'));
      return text.toString();
    }

    private static String row(LayerRow layer) {
      var columns = layer.columns();
      return String.format(
          "%-40s %-18s %-16s %6s %6s %9.1f %s%n",
          layer.name(),
          layer.operator(),
          layer.shape() == null ? "unknown" : layer.shape(),
          columns == null ? "" : columns.stride(),
          columns == null ? "" : columns.size(),
          layer.kibPerImage(),
          layer.splittable() ? "yes" : "no");
    }
  }
}
