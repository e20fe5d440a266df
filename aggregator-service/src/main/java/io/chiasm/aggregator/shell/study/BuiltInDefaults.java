package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills what a study leaves to a built-in architecture: its layers and published accuracy. */
final class BuiltInDefaults {
  private BuiltInDefaults() {}

  /**
   * The study with nothing left open.
   *
   * @throws io.chiasm.contracts.failure.InputException if it names an unknown architecture
   */
  static Study fill(Study study) {
    return new Study(
        study.name(),
        study.dataset(),
        study.networks().stream().map(BuiltInDefaults::fill).toList(),
        study.preprocessing(),
        study.split(),
        study.encoding(),
        study.validation(),
        study.semantic(),
        study.surface(),
        study.vertex());
  }

  private static NetworkSpec fill(NetworkSpec spec) {
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
        spec.weights(),
        spec.normalisation(),
        accuracy(spec, source),
        layers);
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
