package io.chiasm.encoding.ridge;

import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import java.util.stream.IntStream;

/** A ridge regression with the chosen penalty of every vertex. */
public final class RidgeFit implements FoldFit {
  private final TrainingSpectrum spectrum;
  private final double[] alphas;
  private final int[] choice;
  private final double[] errors;

  RidgeFit(TrainingSpectrum spectrum, double[] alphas, int[] choice, double[] errors) {
    this.spectrum = spectrum;
    this.alphas = alphas;
    this.choice = choice;
    this.errors = errors;
  }

  /** The penalty chosen for a vertex. */
  public double chosenAlpha(int vertex) {
    return alphas[choice[vertex]];
  }

  /**
   * The inner cross-validation's sum of squared errors of a vertex with its chosen penalty,
   * float64; infinite where it cannot be as small as the error that was to be beaten, and where
   * none was asked for.
   */
  public double error(int vertex) {
    return errors.length == 0 ? Double.POSITIVE_INFINITY : errors[vertex];
  }

  @Override
  public int predictors() {
    return alphas.length;
  }

  @Override
  public int[] vertices(int predictor) {
    return IntStream.range(0, choice.length).filter(v -> choice[v] == predictor).toArray();
  }

  @Override
  public double alpha(int predictor) {
    return alphas[predictor];
  }

  @Override
  public int components() {
    return spectrum.rank();
  }

  @Override
  public double gamma(int predictor) {
    return Double.NaN;
  }

  @Override
  public double[] weights(int predictor) {
    return weights(spectrum, alphas[predictor]);
  }

  /** What ridge with this penalty makes of every component: {@code 1 / (λ + α)}. */
  public static double[] weights(TrainingSpectrum spectrum, double alpha) {
    double[] weights = new double[spectrum.components()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (spectrum.value(i) + alpha);
    }
    return weights;
  }
}
