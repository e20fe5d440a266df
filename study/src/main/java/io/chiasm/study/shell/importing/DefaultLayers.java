package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.networks.OnnxGraph;

/** Layers of graphs for which the study names none. */
final class DefaultLayers {
  private DefaultLayers() {}

  /**
   * The network with layers.
   *
   * @throws InputException if it has none by default
   */
  static NetworkSpec of(NetworkSpec spec, OnnxGraph graph) {
    try {
      return spec.layers().isEmpty() ? spec.withLayers(graph.defaultLayers()) : spec;
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Says why a network has no layers, if it has none.
   *
   * @throws InputException as {@link #of}
   */
  static void require(NetworkSpec spec, OnnxGraph graph) {
    if (of(spec, graph).layers().size() != spec.layers().size()) {
      throw new InputException(
          "network "
              + spec.name()
              + ": its file could not be read when the study was submitted; submit it again");
    }
  }
}
