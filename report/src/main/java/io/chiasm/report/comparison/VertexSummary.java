package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.statistics.Pearson;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One hemisphere's vertices in two studies: those that have a value in both.
 *
 * @param n number of vertices
 * @param meanA NaN without vertices, as all that follows
 * @param difference mean of {@code b − a}
 * @param sd of the differences, with {@code n − 1}
 * @param larger share of the vertices with {@code b > a}
 * @param correlation Pearson r of the two studies' values over vertices
 */
public record VertexSummary(
    ConditionPair pair,
    ParticipantId participant,
    Hemisphere hemisphere,
    Quantity quantity,
    int n,
    double meanA,
    double meanB,
    double difference,
    double sd,
    double larger,
    double correlation) {
  /**
   * @param a {@code [vertex]}, NaN where there is no value
   * @param b of the same vertices
   */
  static VertexSummary of(
      ConditionPair pair,
      ParticipantId participant,
      Hemisphere hemisphere,
      Quantity quantity,
      float[] a,
      float[] b) {
    int[] known = IntStream.range(0, a.length).filter(v -> known(a, b, v)).toArray();
    double[] one = values(a, known);
    double[] other = values(b, known);
    double[] differences = new double[known.length];
    Arrays.setAll(differences, i -> other[i] - one[i]);
    int n = known.length;
    double difference = mean(differences);
    double squares = Arrays.stream(differences).map(d -> (d - difference) * (d - difference)).sum();
    return new VertexSummary(
        pair,
        participant,
        hemisphere,
        quantity,
        n,
        mean(one),
        mean(other),
        difference,
        n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
        (double) Arrays.stream(differences).filter(d -> d > 0).count() / n,
        Pearson.r(one, other));
  }

  private static double[] values(float[] all, int[] known) {
    return Arrays.stream(known).mapToDouble(vertex -> all[vertex]).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  static boolean known(float[] a, float[] b, int vertex) {
    return !Float.isNaN(a[vertex]) && !Float.isNaN(b[vertex]);
  }
}
