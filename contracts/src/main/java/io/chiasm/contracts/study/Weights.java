package io.chiasm.contracts.study;

/** Which weights a network runs with. */
public sealed interface Weights {
  /** Those that the source holds. */
  record Trained() implements Weights {}

  /** Drawn anew from a seed by the architecture's rule of initialisation. */
  record Untrained(long seed) implements Weights {
    /** Largest seed that the generator tells from smaller ones: it has 32 bits. */
    public static final long LARGEST_SEED = 0xffffffffL;

    public Untrained {
      if (seed < 0 || seed > LARGEST_SEED) {
        throw new IllegalArgumentException("seed " + seed + " is not in 0 … " + LARGEST_SEED);
      }
    }
  }
}
