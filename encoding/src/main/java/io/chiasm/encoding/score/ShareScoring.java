package io.chiasm.encoding.score;

import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import java.util.List;

/** Takes the full model's held-out predictions of one fold apart into the halves' parts. */
public final class ShareScoring {
  private final HeldOut fold;

  public ShareScoring(HeldOut fold) {
    this.fold = fold;
  }

  /**
   * Writes the parts of a fit into the {@code index}-th fold.
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
      int index,
      ShareScores shares) {
    try (Matrix ofContra = fold.products(spectrum, contra);
        Matrix ofIpsi = fold.products(spectrum, ipsi)) {
      for (int i = 0; i < fit.predictors(); i++) {
        int[] vertices = fit.vertices(i);
        double[] weights = fit.weights(i);
        if (vertices.length > 0) {
          try (Matrix whole = spectrum.predictor(weights);
              Matrix contraPart = spectrum.predictor(weights, ofContra);
              Matrix ipsiPart = spectrum.predictor(weights, ofIpsi)) {
            List<Matrix> maps = List.of(whole, contraPart, ipsiPart);
            fold.each(vertices, chunk -> score(chunk, maps, index, shares));
          }
        }
      }
    }
  }

  private void score(int[] vertices, List<Matrix> maps, int index, ShareScores shares) {
    try (Matrix y = fold.trainingResponses(vertices.length);
        Matrix whole = fold.predictions(vertices.length);
        Matrix contra = fold.predictions(vertices.length);
        Matrix ipsi = fold.predictions(vertices.length)) {
      double[] means = fold.centred(vertices, y);
      HeldOut.predict(y, maps.get(0), whole);
      HeldOut.predict(y, maps.get(1), contra);
      HeldOut.predict(y, maps.get(2), ipsi);
      double[] measured = new double[fold.stimuli()];
      for (int i = 0; i < vertices.length; i++) {
        fold.measured(vertices[i], measured);
        double[] full = whole.row(i);
        shares.set(
            index,
            vertices[i],
            HeldOutScore.of(measured, full, means[i]),
            PredictionShare.of(measured, full, contra.row(i)),
            PredictionShare.of(measured, full, ipsi.row(i)));
      }
    }
  }
}
