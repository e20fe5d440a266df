package io.chiasm.report.results;

/**
 * Mean over the vertices that have a value.
 *
 * @param value NaN if no vertex has one
 * @param count number of vertices that have one
 */
record Mean(double value, int count) {
  /**
   * @param values {@code [vertex]}, NaN where there is none
   * @param vertices indices of the vertices that belong to the ROI
   */
  static Mean of(float[] values, int[] vertices) {
    double sum = 0;
    int count = 0;
    for (int vertex : vertices) {
      if (!Float.isNaN(values[vertex])) {
        sum += values[vertex];
        count++;
      }
    }
    return new Mean(count == 0 ? Double.NaN : sum / count, count);
  }

  /** Mean of {@code minuend − subtrahend} over the vertices that have both, in float64. */
  static Mean ofDifference(float[] minuend, float[] subtrahend, int[] vertices) {
    double sum = 0;
    int count = 0;
    for (int vertex : vertices) {
      double difference = (double) minuend[vertex] - subtrahend[vertex];
      if (!Double.isNaN(difference)) {
        sum += difference;
        count++;
      }
    }
    return new Mean(count == 0 ? Double.NaN : sum / count, count);
  }
}
