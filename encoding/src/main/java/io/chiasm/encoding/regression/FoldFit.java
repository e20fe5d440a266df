package io.chiasm.encoding.regression;

/**
 * A fitted regression of one feature space in one fold. Predictions are linear in the training
 * responses; vertices with the same settings share a predictor.
 */
public interface FoldFit {
  /** Number of different predictors. */
  int predictors();

  /** Vertices that use a predictor, ascending. */
  int[] vertices(int predictor);

  /** What a predictor makes of every component of the spectrum: {@code f(λ)}. */
  double[] weights(int predictor);

  /** The penalty of a predictor, or NaN where there is none. */
  double alpha(int predictor);

  /** The weight of the right half of the features, or NaN where the halves have none. */
  double gamma(int predictor);

  /** Number of components that carry the fit. */
  int components();
}
