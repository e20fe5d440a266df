package io.chiasm.encoding.encode;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.work.Resources;
import io.chiasm.encoding.work.Workers;
import java.util.List;
import java.util.Locale;

/** Fits and scores the encoding models of one hemisphere. */
public final class Encoder {
  private final Resources resources;
  private final Sitting sitting;

  public Encoder(Resources resources) {
    this(resources, Sitting.ofOneTask());
  }

  /**
   * @param sitting was turned to what is encoded
   */
  public Encoder(Resources resources, Sitting sitting) {
    this.resources = resources;
    this.sitting = sitting;
  }

  /**
   * @param spaces of all stimuli, in ascending order of id
   * @param tensor responses {@code [stimulus, vertex]}, rows in the same order
   * @throws InputException if the numbers of rows differ or a response is not finite
   */
  public EncodingResult encode(
      FeatureSpaces spaces, RealTensor tensor, Folds folds, Regression regression) {
    Responses responses = new Responses(tensor);
    check(spaces, responses, folds);
    resources.require(least(folds), "encoding models of " + responses.stimuli() + " stimuli");
    List<Double> gammas = regression instanceof Regression.Ridge ridge ? ridge.gammas() : List.of();
    AllScores scores = new AllScores(spaces, gammas, folds.count(), responses.vertices());
    try (Workers workers = new Workers(resources.threads())) {
      for (int fold = 0; fold < folds.count(); fold++) {
        new FoldEncoding(
                spaces,
                responses,
                regression,
                resources.memoryBytes(),
                workers,
                FoldRows.of(folds, fold),
                sitting,
                scores)
            .run(spaces.spaces(gammas));
      }
    }
    return new Summary(regression, constant(responses, folds)).of(scores);
  }

  /**
   * Predicts one vertex as the models of an encoding do, each stimulus by the fits that did not see
   * it. For the joint split only the full model predicts; its halves are no models.
   *
   * @param result of {@link #encode} with the same arguments
   * @throws InputException if there is no such vertex
   */
  public HeldOutPredictions predict(
      FeatureSpaces spaces,
      RealTensor tensor,
      Folds folds,
      Regression regression,
      EncodingResult result,
      int vertex) {
    Responses responses = new Responses(tensor);
    check(spaces, responses, folds);
    if (vertex < 0 || vertex >= responses.vertices()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "vertex %d: the hemisphere has %d vertices; an index is 0 to %d",
              vertex,
              responses.vertices(),
              responses.vertices() - 1));
    }
    try (Workers workers = new Workers(resources.threads())) {
      return new VertexPrediction(spaces, responses, regression, result, vertex)
          .run(folds, resources, sitting, workers);
    }
  }

  /** {@code [vertex]} whether there is a fold in which the held-out responses are constant. */
  private static boolean[] constant(Responses responses, Folds folds) {
    boolean[] constant = new boolean[responses.vertices()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] held = folds.heldOut(fold);
      for (int vertex = 0; vertex < constant.length; vertex++) {
        constant[vertex] |= responses.constant(vertex, held);
      }
    }
    return constant;
  }

  /** A decomposition with its work space, or one operator while it is built and its copies. */
  private static long least(Folds folds) {
    long largest = 0;
    for (int fold = 0; fold < folds.count(); fold++) {
      largest = Math.max(largest, folds.training(fold).length);
    }
    return leastBytes(largest);
  }

  /** Working memory without which a task is refused whose folds train on so many stimuli. */
  public static long leastBytes(long training) {
    return 4 * training * training * Double.BYTES;
  }

  private static void check(FeatureSpaces spaces, Responses responses, Folds folds) {
    if (spaces.stimuli() != responses.stimuli() || spaces.stimuli() != folds.stimuli()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "features have %d stimuli, responses %d and folds %d; they must be the same rows",
              spaces.stimuli(),
              responses.stimuli(),
              folds.stimuli()));
    }
  }
}
