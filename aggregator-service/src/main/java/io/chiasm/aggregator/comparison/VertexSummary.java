package io.chiasm.aggregator.comparison;

import io.chiasm.aggregator.results.ConditionPair;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;

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
    int n = 0;
    int larger = 0;
    double sumA = 0;
    double sumB = 0;
    for (int vertex = 0; vertex < a.length; vertex++) {
      if (known(a, b, vertex)) {
        n++;
        sumA += a[vertex];
        sumB += b[vertex];
        larger += b[vertex] > a[vertex] ? 1 : 0;
      }
    }
    double meanA = sumA / n;
    double meanB = sumB / n;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int vertex = 0; vertex < a.length; vertex++) {
      if (known(a, b, vertex)) {
        double one = a[vertex] - meanA;
        double other = b[vertex] - meanB;
        aa += one * one;
        bb += other * other;
        ab += one * other;
      }
    }
    return new VertexSummary(
        pair,
        participant,
        hemisphere,
        quantity,
        n,
        meanA,
        meanB,
        meanB - meanA,
        n < 2 ? Double.NaN : Math.sqrt(Math.max(0, aa + bb - 2 * ab) / (n - 1)),
        n == 0 ? Double.NaN : (double) larger / n,
        aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN);
  }

  static boolean known(float[] a, float[] b, int vertex) {
    return !Float.isNaN(a[vertex]) && !Float.isNaN(b[vertex]);
  }
}
