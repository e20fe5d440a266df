package io.chiasm.contracts.study;

import java.util.OptionalLong;

/** Which weights a network runs with. */
public sealed interface Weights {
  /** The seed that they were drawn from; empty if they were trained. */
  OptionalLong drawnFrom();

  /** Those that the source holds. */
  record Trained() implements Weights {
    @Override
    public OptionalLong drawnFrom() {
      return OptionalLong.empty();
    }
  }

  /** Drawn anew from a seed by the architecture's rule of initialisation. */
  record Untrained(long seed) implements Weights {
    /** Largest seed that the generator tells from smaller ones: it has 32 bits. */
    public static final long LARGEST_SEED = 0xffffffffL;

    public Untrained {
      requireSeed(seed);
    }

    @Override
    public OptionalLong drawnFrom() {
      return OptionalLong.of(seed);
    }
  }

  /**
   * Drawn from a seed, with batch norms that were given the statistics of images: the second
   * untrained control. The source names the file that holds them and says so.
   *
   * @param images that the batch norms saw
   */
  record Recalibrated(long seed, int images) implements Weights {
    public Recalibrated {
      requireSeed(seed);
    }

    @Override
    public OptionalLong drawnFrom() {
      return OptionalLong.of(seed);
    }

    /** In words, such as {@code untrained with batch norm recalibrated on 256 images}. */
    public String label() {
      return "untrained with batch norm recalibrated on " + images + " images";
    }
  }

  private static void requireSeed(long seed) {
    if (seed < 0 || seed > Untrained.LARGEST_SEED) {
      throw new IllegalArgumentException(
          "seed " + seed + " is not in 0 … " + Untrained.LARGEST_SEED);
    }
  }
}
