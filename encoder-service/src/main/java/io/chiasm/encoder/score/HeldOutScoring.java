package io.chiasm.encoder.score;

import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.numerics.Matrix;
import io.chiasm.encoder.numerics.Operand;
import io.chiasm.encoder.numerics.Products;
import io.chiasm.encoder.regression.FoldFit;
import io.chiasm.encoder.regression.VertexChunks;
import io.chiasm.encoder.response.Responses;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;
import java.util.stream.Collectors;

/** Predicts one fold's held-out responses, float64 throughout, and scores them. */
public final class HeldOutScoring {
  private final Responses responses;
  private final TrainingRows training;
  private final int[] held;
  private final Workers workers;
  private final int width;

  /**
   * @param held rows held out
   * @param width vertices that a worker holds at a time
   */
  public HeldOutScoring(
      Responses responses, TrainingRows training, int[] held, Workers workers, int width) {
    this.responses = responses;
    this.training = training;
    this.held = held.clone();
    this.workers = workers;
    this.width = width;
  }

  /** Writes the scores of a fit to {@code spectrum} into {@code fold} of the model. */
  public void score(FoldFit fit, TrainingSpectrum spectrum, int fold, ModelScores model) {
    for (int index = 0; index < fit.predictors(); index++) {
      int[] vertices = fit.vertices(index);
      if (vertices.length > 0) {
        Settings settings = new Settings(fold, fit.alpha(index), fit.gamma(index));
        try (Matrix predictor = spectrum.predictor(fit.weights(index))) {
          workers.run(
              VertexChunks.of(vertices, width).stream()
                  .map(chunk -> (Runnable) () -> score(chunk, predictor, settings, model))
                  .collect(Collectors.toList()));
        }
      }
    }
    model.components(fold, fit.components());
  }

  /**
   * Predictions of one vertex.
   *
   * @param weights what the fit makes of every component of the spectrum
   * @return {@code [held-out stimulus]}
   */
  public double[] predictions(double[] weights, TrainingSpectrum spectrum, int vertex) {
    try (Matrix predictor = spectrum.predictor(weights);
        Matrix y = Matrix.doubles(1, training.count());
        Matrix deviations = Matrix.doubles(1, held.length)) {
      double mean = responses.centred(training, new int[] {vertex}, y)[0];
      Products.multiply(Operand.of(y.all()), Operand.transpose(predictor.all()), deviations.all());
      double[] predictions = deviations.row(0);
      for (int s = 0; s < predictions.length; s++) {
        predictions[s] = responses.asMeasured(predictions[s] + mean, vertex);
      }
      return predictions;
    }
  }

  private void score(int[] vertices, Matrix predictor, Settings settings, ModelScores model) {
    try (Matrix y = Matrix.doubles(vertices.length, training.count());
        Matrix deviations = Matrix.doubles(vertices.length, held.length)) {
      double[] means = responses.centred(training, vertices, y);
      Products.multiply(Operand.of(y.all()), Operand.transpose(predictor.all()), deviations.all());
      double[] measured = new double[held.length];
      double[] deviation = new double[held.length];
      for (int i = 0; i < vertices.length; i++) {
        for (int s = 0; s < held.length; s++) {
          measured[s] = responses.get(held[s], vertices[i]);
        }
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
