package io.chiasm.local.simulate;

import io.chiasm.contracts.tensor.FloatTensor;

/**
 * Responses of one made hemisphere. Per vertex, over the participant's photographs:
 *
 * <ul>
 *   <li>f: mean of each channel over the receptive field, standardised, times random weights; g:
 *       the same at the mirror image of the receptive field;
 *   <li>signal = (1 − b) z(f) + b z(g);
 *   <li>response = r z(signal) + √(1 − r²) noise, z-scored.
 * </ul>
 */
final class Responses {
  private final FloatTensor values;
  private final float[] signalR;

  private Responses(FloatTensor values, float[] signalR) {
    this.values = values;
    this.signalR = signalR;
  }

  /**
   * @param scenes {@code [row]} which of the pooled scenes the participant saw
   */
  static Responses of(Cortex cortex, Pooling pooling, int[] scenes, Draws draws) {
    Responses responses =
        new Responses(
            FloatTensor.zeros(scenes.length, cortex.vertices()), new float[cortex.vertices()]);
    for (int vertex = 0; vertex < cortex.vertices(); vertex++) {
      double[] weights = new double[pooling.channels()];
      for (int channel = 0; channel < weights.length; channel++) {
        weights[channel] = draws.exponential();
      }
      Series signal = signal(cortex, vertex, pooling, scenes, weights);
      Series noise = new Series(scenes.length, row -> draws.normal());
      double r = cortex.ceiling[vertex];
      Series response = signal.mixed(r, noise, Math.sqrt(1 - r * r)).standardised();
      responses.signalR[vertex] = (float) response.correlation(signal);
      for (int row = 0; row < scenes.length; row++) {
        responses.values.values()[row * cortex.vertices() + vertex] = (float) response.at(row);
      }
    }
    return responses;
  }

  /** {@code [stimulus, vertex]}, z-scored over stimuli. */
  FloatTensor values() {
    return values;
  }

  /** {@code [vertex]} correlation between response and noise-free signal, as it came out. */
  float[] signalR() {
    return signalR;
  }

  private static Series signal(
      Cortex cortex, int vertex, Pooling pooling, int[] scenes, double[] weights) {
    float x = cortex.x[vertex];
    float y = cortex.y[vertex];
    float sigma = cortex.sigma[vertex];
    Series own = weighted(pooling.over(x, y, sigma), scenes, weights);
    Series mirrored = weighted(pooling.over(-x, y, sigma), scenes, weights);
    double b = cortex.bilateral[vertex];
    return own.mixed(1 - b, mirrored, b).standardised();
  }

  private static Series weighted(float[] means, int[] scenes, double[] weights) {
    Series sum = new Series(scenes.length, row -> 0);
    for (int c = 0; c < weights.length; c++) {
      int channel = c;
      Series series =
          new Series(scenes.length, row -> means[scenes[row] * weights.length + channel]);
      sum = sum.mixed(1, series.standardised(), weights[channel]);
    }
    return sum.standardised();
  }
}
