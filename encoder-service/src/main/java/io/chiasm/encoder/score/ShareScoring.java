package io.chiasm.encoder.score;

import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.numerics.Matrix;
import io.chiasm.encoder.numerics.Operand;
import io.chiasm.encoder.numerics.Products;
import io.chiasm.encoder.regression.FoldFit;
import io.chiasm.encoder.regression.VertexChunks;
import io.chiasm.encoder.response.Responses;
import io.chiasm.encoder.spectrum.Gram;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the full model's held-out predictions of one fold apart into the halves' parts. */
public final class ShareScoring {
  private final Responses responses;
  private final TrainingRows training;
  private final int[] held;
  private final Workers workers;
  private final int width;

  /**
   * @param held rows held out
   * @param width vertices that a worker holds at a time
   */
  public ShareScoring(
      Responses responses, TrainingRows training, int[] held, Workers workers, int width) {
    this.responses = responses;
    this.training = training;
    this.held = held.clone();
    this.workers = workers;
    this.width = width;
  }

  /**
   * Writes the parts of a fit into {@code fold}.
   *
   * @param spectrum of all features
   * @param contra the contralateral half's part of the full Gram matrix
   * @param ipsi the ipsilateral half's part of it
   */
  public void score(
      FoldFit fit,
      TrainingSpectrum spectrum,
      Gram contra,
      Gram ipsi,
      int fold,
      ShareScores shares) {
    try (Matrix ofContra = spectrum.products(contra, training, held);
        Matrix ofIpsi = spectrum.products(ipsi, training, held)) {
      for (int index = 0; index < fit.predictors(); index++) {
        int[] vertices = fit.vertices(index);
        double[] weights = fit.weights(index);
        if (vertices.length > 0) {
          try (Matrix whole = spectrum.predictor(weights);
              Matrix contraPart = spectrum.predictor(weights, ofContra);
              Matrix ipsiPart = spectrum.predictor(weights, ofIpsi)) {
            List<Matrix> maps = List.of(whole, contraPart, ipsiPart);
            workers.run(
                VertexChunks.of(vertices, width).stream()
                    .map(chunk -> (Runnable) () -> score(chunk, maps, fold, shares))
                    .collect(Collectors.toList()));
          }
        }
      }
    }
  }

  private void score(int[] vertices, List<Matrix> maps, int fold, ShareScores shares) {
    try (Matrix y = Matrix.doubles(vertices.length, training.count());
        Matrix whole = Matrix.doubles(vertices.length, held.length);
        Matrix contra = Matrix.doubles(vertices.length, held.length);
        Matrix ipsi = Matrix.doubles(vertices.length, held.length)) {
      double[] means = responses.centred(training, vertices, y);
      predict(y, maps.get(0), whole);
      predict(y, maps.get(1), contra);
      predict(y, maps.get(2), ipsi);
      double[] measured = new double[held.length];
      for (int i = 0; i < vertices.length; i++) {
        for (int s = 0; s < held.length; s++) {
          measured[s] = responses.get(held[s], vertices[i]);
        }
        double[] full = whole.row(i);
        shares.set(
            fold,
            vertices[i],
            HeldOutScore.of(measured, full, means[i]),
            PredictionShare.of(measured, full, contra.row(i)),
            PredictionShare.of(measured, full, ipsi.row(i)));
      }
    }
  }

  private static void predict(Matrix y, Matrix map, Matrix predictions) {
    Products.multiply(Operand.of(y.all()), Operand.transpose(map.all()), predictions.all());
  }
}
