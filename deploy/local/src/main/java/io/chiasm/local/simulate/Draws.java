package io.chiasm.local.simulate;

import io.chiasm.contracts.random.MersenneTwister;

/**
 * Random numbers for one purpose of a simulation. Each purpose has its own stream, so that work may
 * run in any order; logarithms and sines are {@link StrictMath}'s, so that every machine draws the
 * same.
 */
public final class Draws {
  private final MersenneTwister bits;

  /**
   * @param purpose what is drawn, such as {@code scene}
   * @param index which of them
   */
  public Draws(long seed, String purpose, int index) {
    long state = mixed(mixed(seed ^ mixed(purpose.hashCode())) + index);
    bits = new MersenneTwister(state ^ (state >>> 32));
  }

  /** Uniform on [0, 1), 53 random bits. */
  public double uniform() {
    long high = bits.next32() >>> 5;
    long low = bits.next32() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Exponential with mean 1: a gamma distribution of shape 1. */
  double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /** Uniform on 0 … {@code count - 1}. */
  public int below(int count) {
    return bits.nextInterval(count - 1);
  }

  /** 0 … {@code count - 1} in a random order. */
  int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    bits.shuffle(order);
    return order;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
