package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.builtin.Recalibrated;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import io.chiasm.networks.checkpoint.StateDict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills what a study leaves to a catalogue, its networks; to a built-in architecture, its layers
 * and published accuracy; to a graph, its layers; and to a file of weights, whether it is an
 * untrained control.
 */
public final class BuiltInDefaults {
  private BuiltInDefaults() {}

  /**
   * The study with nothing left open. A network that it can do without stays as it is if it cannot
   * be looked at: importing tells why.
   *
   * @throws InputException if it names an unknown architecture or a file that cannot be read
   */
  public static Study fill(Study study) {
    return study.of(
        PublishedNetworks.expanded(study.networks()).stream()
            .map(BuiltInDefaults::filled)
            .toList());
  }

  private static NetworkSpec filled(NetworkSpec spec) {
    try {
      return fill(spec);
    } catch (InputException e) {
      if (spec.details().optional()) {
        return spec;
      }
      throw e;
    }
  }

  private static NetworkSpec fill(NetworkSpec spec) {
    if (spec.source() instanceof NetworkSource.Onnx onnx && spec.layers().isEmpty()) {
      return DefaultLayers.of(spec, NetworkImport.sized(spec, OnnxGraph.read(onnx.file())));
    }
    if (!(spec.source() instanceof NetworkSource.BuiltIn source)) {
      return spec;
    }
    Map<String, String> layers =
        spec.layers().isEmpty()
            ? BuiltIn.named(source.architecture()).defaults().layers()
            : spec.layers();
    return new NetworkSpec(
        spec.name(),
        spec.source(),
        weights(spec, source),
        spec.normalisation(),
        spec.inputSize(),
        accuracy(spec, source),
        layers,
        spec.details());
  }

  /** What a file says of its own weights; a study only names the file. */
  private static Weights weights(NetworkSpec spec, NetworkSource.BuiltIn source) {
    if (!source.hasFile() || !(spec.weights() instanceof Weights.Trained)) {
      return spec.weights();
    }
    try {
      return Recalibrated.of(StateDict.open(DataPath.of(source.weights())))
          .<Weights>map(noted -> new Weights.Recalibrated(noted.seed(), noted.images()))
          .orElse(spec.weights());
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable Double accuracy(NetworkSpec spec, NetworkSource.BuiltIn source) {
    if (spec.imagenetAcc1() != null || spec.weights() instanceof Weights.Untrained) {
      return spec.imagenetAcc1();
    }
    return Catalogue.named(source.architecture(), source.weights())
        .map(PublishedWeights::acc1)
        .orElse(null);
  }
}
