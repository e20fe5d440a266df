package io.chiasm.encoder.regression;

import io.chiasm.encoder.numerics.Matrix;

/**
 * A fitted regression of one feature space in one fold. Predictions are linear in the training
 * responses; vertices with the same settings share a predictor.
 */
public interface FoldFit {
  /** Number of different predictors. */
  int predictors();

  /** Vertices that use a predictor, ascending. */
  int[] vertices(int predictor);

  /**
   * The map from centred training responses to predictions less the training mean.
   *
   * @return {@code [held-out stimulus, training position]}; the caller closes it
   */
  Matrix predictor(int predictor);

  /** The penalty of a predictor, or NaN where there is none. */
  double alpha(int predictor);

  /** Number of components that carry the fit. */
  int components();
}
