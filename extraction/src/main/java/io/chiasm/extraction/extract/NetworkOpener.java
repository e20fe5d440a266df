package io.chiasm.extraction.extract;

/** Opens networks in a runtime. */
@FunctionalInterface
public interface NetworkOpener {
  /**
   * The network, ready to run.
   *
   * @throws io.chiasm.contracts.failure.InputException if the runtime refuses the graph
   */
  NetworkRunner open(LoadedNetwork network);
}
