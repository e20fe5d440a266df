package io.chiasm.encoder.regression;

import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.response.Responses;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;

/** A way to fit one feature space in one fold. */
public interface FoldRegression {
  /**
   * Fits all vertices.
   *
   * @param spectrum stays open as long as the result is used
   */
  FoldFit fit(
      TrainingSpectrum spectrum, TrainingRows training, Responses responses, Workers workers);
}
