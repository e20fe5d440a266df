package io.chiasm.encoding.score;

import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.spectrum.TrainingSpectrum;

/** Predicts one fold's held-out responses, float64 throughout, and scores them. */
public final class HeldOutScoring {
  private final HeldOut fold;

  public HeldOutScoring(HeldOut fold) {
    this.fold = fold;
  }

  /** Writes the scores of a fit to {@code spectrum} into the {@code index}-th fold of the model. */
  public void score(FoldFit fit, TrainingSpectrum spectrum, int index, ModelScores model) {
    for (int i = 0; i < fit.predictors(); i++) {
      int[] vertices = fit.vertices(i);
      if (vertices.length > 0) {
        Settings settings = new Settings(index, fit.alpha(i), fit.gamma(i));
        try (Matrix predictor = spectrum.predictor(fit.weights(i))) {
          fold.each(vertices, chunk -> score(chunk, predictor, settings, model));
        }
      }
    }
    model.components(index, fit.components());
  }

  /**
   * Predictions of one vertex.
   *
   * @param weights what the fit makes of every component of the spectrum
   * @return {@code [held-out stimulus]}
   */
  public double[] predictions(double[] weights, TrainingSpectrum spectrum, int vertex) {
    try (Matrix predictor = spectrum.predictor(weights);
        Matrix y = fold.trainingResponses(1);
        Matrix deviations = fold.predictions(1)) {
      double mean = fold.centred(new int[] {vertex}, y)[0];
      HeldOut.predict(y, predictor, deviations);
      double[] predictions = deviations.row(0);
      for (int s = 0; s < predictions.length; s++) {
        predictions[s] = fold.asMeasured(predictions[s] + mean, vertex);
      }
      return predictions;
    }
  }

  private void score(int[] vertices, Matrix predictor, Settings settings, ModelScores model) {
    try (Matrix y = fold.trainingResponses(vertices.length);
        Matrix deviations = fold.predictions(vertices.length)) {
      double[] means = fold.centred(vertices, y);
      HeldOut.predict(y, predictor, deviations);
      double[] measured = new double[fold.stimuli()];
      double[] deviation = new double[fold.stimuli()];
      for (int i = 0; i < vertices.length; i++) {
        fold.measured(vertices[i], measured);
        deviations.getRow(i, deviation, 0);
        model.set(
            settings.fold(),
            vertices[i],
            HeldOutScore.of(measured, deviation, means[i]),
            settings.alpha(),
            settings.gamma());
      }
    }
  }

  private record Settings(int fold, double alpha, double gamma) {}
}
