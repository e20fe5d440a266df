package io.chiasm.networks.weights;

import io.chiasm.contracts.random.MersenneTwister;

/**
 * torch's CPU generator after {@code torch.manual_seed(seed)}: the same uniform numbers, and normal
 * numbers that differ by rounding of logarithm and cosine only. Those of {@link StrictMath} are the
 * same on every machine, which torch's are not.
 */
public final class TorchRandom {
  /** From this many numbers on, torch makes normal numbers in blocks. */
  private static final int BLOCK = 16;

  private static final int HALF = BLOCK / 2;
  private static final float TWO_PI = (float) (2 * Math.PI);

  private final MersenneTwister bits;
  private double spare = Double.NaN;

  /** Only the low 32 bits of the seed enter, as in torch. */
  public TorchRandom(long seed) {
    bits = new MersenneTwister(seed);
  }

  /** Passes over draws, one per float32 number, that something else has used. */
  public void skip(long draws) {
    for (long i = 0; i < draws; i++) {
      bits.next32();
    }
  }

  /** Fills as {@code tensor.uniform_(from, to)} does: uniform on [from, to). */
  public void uniform(float[] values, float from, float to) {
    for (int i = 0; i < values.length; i++) {
      values[i] = bits.nextFloat24() * (to - from) + from;
    }
  }

  /**
   * Fills as {@code tensor.normal_(mean, std)} does: Box and Muller (1958),
   * doi:10.1214/aoms/1177706645, on blocks of 16, the last of which is drawn again where the length
   * is no multiple of 16; fewer than 16 numbers come one by one from double precision.
   */
  public void normal(float[] values, float mean, float std) {
    if (values.length < BLOCK) {
      fillSingly(values, mean, std);
      return;
    }
    uniform(values, 0, 1);
    int full = values.length / BLOCK * BLOCK;
    for (int start = 0; start < full; start += BLOCK) {
      transform(values, start, mean, std);
    }
    if (full < values.length) {
      int start = values.length - BLOCK;
      for (int i = start; i < values.length; i++) {
        values[i] = bits.nextFloat24();
      }
      transform(values, start, mean, std);
    }
  }

  private static void transform(float[] values, int start, float mean, float std) {
    for (int i = start; i < start + HALF; i++) {
      float radius = (float) Math.sqrt(-2 * (float) StrictMath.log(1 - values[i]));
      float angle = TWO_PI * values[i + HALF];
      values[i] = radius * (float) StrictMath.cos(angle) * std + mean;
      values[i + HALF] = radius * (float) StrictMath.sin(angle) * std + mean;
    }
  }

  private void fillSingly(float[] values, float mean, float std) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (single() * std + mean);
    }
  }

  /** Numbers come in pairs; the second is kept for the next call, across tensors. */
  private double single() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double first = nextDouble53();
    double radius = Math.sqrt(-2 * StrictMath.log1p(-nextDouble53()));
    spare = radius * StrictMath.sin(2 * Math.PI * first);
    return radius * StrictMath.cos(2 * Math.PI * first);
  }

  private double nextDouble53() {
    long high = Integer.toUnsignedLong(bits.next32());
    long low = Integer.toUnsignedLong(bits.next32());
    return ((high << 32 | low) & ((1L << 53) - 1)) * 0x1p-53;
  }
}
