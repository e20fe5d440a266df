package io.chiasm.report.statistics;

import io.chiasm.contracts.random.MersenneTwister;
import java.util.Arrays;
import java.util.List;

/**
 * Sign-flip permutation: were there no effect, every unit's difference could as well have had the
 * other sign. All {@code 2^N} patterns of signs up to {@value #EXACT} units, drawn ones beyond.
 *
 * <p>Only half of the patterns is visited, since a pattern and its opposite have the same two-sided
 * statistic. Nichols and Holmes (2002), doi:10.1002/hbm.1058.
 */
public final class SignFlips {
  /** Most units whose patterns are all visited. */
  static final int EXACT = 16;

  private static final int DRAWN = 1 << (EXACT - 1);

  /** Sums that differ by less than this share are equal: they differ by rounding only. */
  private static final double TIE = 1e-12;

  private final int n;
  private final double[][] signs;

  /**
   * @param n number of units, at least 2
   * @param seed of the patterns drawn beyond {@value #EXACT} units
   */
  public SignFlips(int n, long seed) {
    this.n = n;
    this.signs = new double[n <= EXACT ? 1 << (n - 1) : DRAWN][n];
    MersenneTwister random = new MersenneTwister(seed);
    for (int pattern = 0; pattern < signs.length; pattern++) {
      for (int unit = 0; unit < n; unit++) {
        boolean flipped = n <= EXACT ? (pattern >> unit & 1) == 1 : (random.next32() & 1) == 1;
        signs[pattern][unit] = flipped && pattern > 0 ? -1 : 1; // the first is what was measured
      }
    }
  }

  /** Whether every pattern is visited. */
  boolean exact() {
    return n <= EXACT;
  }

  /** The smallest p that this many units can reach. */
  public double least() {
    return 1.0 / signs.length;
  }

  /** Two-sided p of the mean. */
  public double p(Sample sample) {
    double[] sums = absoluteSums(sample);
    double bound = sums[0] - TIE * absolute(sample);
    return (double) Arrays.stream(sums).filter(sum -> sum >= bound).count() / signs.length;
  }

  /**
   * Two-sided p of every sample, corrected for all of them: the share of patterns in which the
   * largest |t| of any sample is at least this sample's. One pattern flips a unit in all samples.
   *
   * @param samples of the same units in the same order
   */
  double[] maxStatistic(List<Sample> samples) {
    double[] largest = new double[signs.length];
    double[] measured = new double[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      double[] sizes = standardised(samples.get(i));
      measured[i] = sizes[0];
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        largest[pattern] = Math.max(largest[pattern], sizes[pattern]);
      }
    }
    double rounding = TIE * Math.sqrt(n);
    return Arrays.stream(measured)
        .map(size -> Arrays.stream(largest).filter(most -> most >= size - rounding).count())
        .map(count -> count / signs.length)
        .toArray();
  }

  private double[] absoluteSums(Sample sample) {
    double[] values = sample.values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] sums = new double[signs.length];
    for (int pattern = 0; pattern < signs.length; pattern++) {
      double sum = 0;
      for (int unit = 0; unit < n; unit++) {
        sum += signs[pattern][unit] * values[unit];
      }
      sums[pattern] = Math.abs(sum);
    }
    return sums;
  }

  /**
   * {@code |Σx| / √Σx²} by pattern, at most √n. |t| grows with it and with nothing else: signs do
   * not change the squares.
   */
  private double[] standardised(Sample sample) {
    double norm = Math.sqrt(sample.sumOfSquares());
    return Arrays.stream(absoluteSums(sample)).map(sum -> norm == 0 ? 0 : sum / norm).toArray();
  }

  private static double absolute(Sample sample) {
    return sample.values().stream().mapToDouble(Math::abs).sum();
  }
}
