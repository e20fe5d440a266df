package io.chiasm.report.statistics;

import java.util.stream.IntStream;

/** Pearson's correlation. */
public final class Pearson {
  private Pearson() {}

  /**
   * @param other of the same length
   * @return NaN where one of them is constant
   */
  public static double r(double[] one, double[] other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double product = 0;
    double squareOne = 0;
    double squareOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - meanOne) * (other[i] - meanOther);
      squareOne += (one[i] - meanOne) * (one[i] - meanOne);
      squareOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return product / Math.sqrt(squareOne * squareOther);
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
  }
}
