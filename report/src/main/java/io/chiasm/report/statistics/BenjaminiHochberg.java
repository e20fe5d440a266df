package io.chiasm.report.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusted p that bounds the false discovery rate: Benjamini and Hochberg (1995),
 * doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * @param p without NaN
   * @return in the same order, at most 1
   */
  public static double[] adjusted(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int i = 0; i < order.length; i++) {
      int rank = p.length - i;
      least = Math.min(least, p[order[i]] * p.length / rank);
      adjusted[order[i]] = least;
    }
    return adjusted;
  }
}
