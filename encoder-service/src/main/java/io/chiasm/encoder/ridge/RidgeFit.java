package io.chiasm.encoder.ridge;

import io.chiasm.encoder.numerics.Matrix;
import io.chiasm.encoder.regression.FoldFit;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import java.util.stream.IntStream;

/** A ridge regression with the chosen penalty of every vertex. */
final class RidgeFit implements FoldFit {
  private final TrainingSpectrum spectrum;
  private final double[] alphas;
  private final int[] choice;

  RidgeFit(TrainingSpectrum spectrum, double[] alphas, int[] choice) {
    this.spectrum = spectrum;
    this.alphas = alphas;
    this.choice = choice;
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
  public Matrix predictor(int predictor) {
    double[] weights = new double[spectrum.components()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (spectrum.value(i) + alphas[predictor]);
    }
    return spectrum.predictor(weights);
  }
}
