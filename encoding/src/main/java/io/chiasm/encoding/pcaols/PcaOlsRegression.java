package io.chiasm.encoding.pcaols;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.regression.FoldRegression;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.stream.IntStream;

/**
 * Exact PCA with k components, then least squares with an intercept: {@code ŷ_s = ȳ + K_st U_k
 * Λ_k⁻¹ U_kᵀ (Y_t − ȳ)}. Components under the numerical rank are dropped, so a fit may use fewer.
 */
public final class PcaOlsRegression implements FoldRegression {
  private final int wanted;

  /**
   * @param components k
   */
  public PcaOlsRegression(int components) {
    this.wanted = components;
  }

  @Override
  public FoldFit fit(
      TrainingSpectrum spectrum, TrainingRows training, Responses responses, Workers workers) {
    return new Fit(spectrum, Math.min(wanted, spectrum.rank()), responses.vertices());
  }

  private record Fit(TrainingSpectrum spectrum, int components, int vertices) implements FoldFit {
    @Override
    public int predictors() {
      return 1;
    }

    @Override
    public int[] vertices(int predictor) {
      return IntStream.range(0, vertices).toArray();
    }

    @Override
    public double alpha(int predictor) {
      return Double.NaN;
    }

    @Override
    public double gamma(int predictor) {
      return Double.NaN;
    }

    @Override
    public double[] weights(int predictor) {
      double[] weights = new double[spectrum.components()];
      for (int i = weights.length - components; i < weights.length; i++) {
        weights[i] = 1 / spectrum.value(i);
      }
      return weights;
    }
  }
}
