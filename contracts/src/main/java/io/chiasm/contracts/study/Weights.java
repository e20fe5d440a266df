package io.chiasm.contracts.study;

/** Which weights a network runs with. */
public sealed interface Weights {
  /** Those that the source holds. */
  record Trained() implements Weights {}

  /** Drawn anew from a seed by the architecture's rule of initialisation. */
  record Untrained(long seed) implements Weights {}
}
