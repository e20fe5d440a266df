package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.pcaols.PcaOlsRegression;
import io.chiasm.encoder.regression.FoldRegression;
import io.chiasm.encoder.regression.VertexChunks;
import io.chiasm.encoder.response.Responses;
import io.chiasm.encoder.ridge.RidgeRegression;
import io.chiasm.encoder.score.HeldOutScoring;
import io.chiasm.encoder.score.ModelScores;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Resources;
import io.chiasm.encoder.work.Workers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fits and scores the encoding models of one hemisphere. */
public final class Encoder {
  private final Resources resources;

  public Encoder(Resources resources) {
    this.resources = resources;
  }

  /**
   * @param spaces of all stimuli, in ascending order of id
   * @param tensor responses {@code [stimulus, vertex]}, rows in the same order
   * @throws InputException if the numbers of rows differ or a response is not finite
   */
  public EncodingResult encode(
      FeatureSpaces spaces, FloatTensor tensor, Folds folds, Regression regression) {
    Responses responses = new Responses(tensor);
    check(spaces, responses, folds);
    Map<Model, ModelScores> scores = new EnumMap<>(Model.class);
    for (Model model : spaces.models()) {
      scores.put(model, new ModelScores(folds.count(), responses.vertices()));
    }
    FoldRegression fitting = fitting(regression);
    try (Workers workers = new Workers(resources.threads())) {
      for (int fold = 0; fold < folds.count(); fold++) {
        encodeFold(spaces, responses, folds, fold, fitting, workers, scores);
      }
    }
    return new Summary(regression, responses.vertices()).of(scores);
  }

  private FoldRegression fitting(Regression regression) {
    if (regression instanceof Regression.Ridge ridge) {
      return new RidgeRegression(ridge.alphas(), resources.memoryBytes());
    }
    if (regression instanceof Regression.PcaOls pca) {
      return new PcaOlsRegression(pca.components());
    }
    throw new IllegalArgumentException("unknown regression " + regression.label());
  }

  private static void check(FeatureSpaces spaces, Responses responses, Folds folds) {
    if (spaces.stimuli() != responses.stimuli() || spaces.stimuli() != folds.stimuli()) {
      throw new InputException(
          "features have %d stimuli, responses %d and folds %d; they must be the same rows"
              .formatted(spaces.stimuli(), responses.stimuli(), folds.stimuli()));
    }
  }

  private void encodeFold(
      FeatureSpaces spaces,
      Responses responses,
      Folds folds,
      int fold,
      FoldRegression fitting,
      Workers workers,
      Map<Model, ModelScores> scores) {
    TrainingRows training = TrainingRows.of(folds.training(fold));
    int[] held = folds.heldOut(fold);
    int width =
        VertexChunks.width(resources.memoryBytes() / 4, workers.threads(), training.count());
    HeldOutScoring scoring = new HeldOutScoring(responses, training, held, workers, width);
    List<Model> models = new ArrayList<>(scores.keySet());
    int together = together(models.size(), training.count());
    for (int from = 0; from < models.size(); from += together) {
      List<Model> batch = models.subList(from, Math.min(from + together, models.size()));
      try (SpectrumBatch spectra = SpectrumBatch.of(spaces, batch, training, held, workers)) {
        for (Model model : batch) {
          TrainingSpectrum spectrum = spectra.get(model);
          ModelScores target = scores.get(model);
          if (target != null) {
            scoring.score(fitting.fit(spectrum, training, responses, workers), fold, target);
          }
        }
      }
    }
  }

  /** Decompositions side by side: each needs the matrix and twice as much as work space. */
  private int together(int models, int training) {
    long each = 3L * training * training * Double.BYTES;
    return (int) Math.max(1, Math.min(models, resources.memoryBytes() / 4 / each));
  }
}
