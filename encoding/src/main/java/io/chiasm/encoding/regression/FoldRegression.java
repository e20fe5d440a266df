package io.chiasm.encoding.regression;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;

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
