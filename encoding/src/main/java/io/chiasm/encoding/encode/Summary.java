package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.study.Regression;
import io.chiasm.encoding.score.ModelScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Turns the scores of all models into a result, with what a reader should be told. */
final class Summary {
  /** Part by which a wider grid of penalties lowers an error that is worth a word. */
  private static final double NOTABLE_GAIN = 0.01;

  private final Regression regression;
  private final boolean[] constant;

  /**
   * @param constant {@code [vertex]} whether held-out responses of some fold are constant
   */
  Summary(Regression regression, boolean[] constant) {
    this.regression = regression;
    this.constant = constant;
  }

  EncodingResult of(AllScores scores) {
    Map<Model, ModelReport> reports = new EnumMap<>(Model.class);
    List<ModelWarning> warnings = new ArrayList<>();
    ModelWarnings wording = new ModelWarnings(regression);
    scores
        .models()
        .forEach(
            (model, score) -> {
              ModelReport report = report(score, scores.vertices());
              reports.put(model, report);
              warnings.addAll(wording.of(model, report));
            });
    boolean alphas = regression instanceof Regression.Ridge;
    return new EncodingResult(ResultArrays.of(scores, alphas), reports, warnings);
  }

  private ModelReport report(ModelScores scores, int vertices) {
    double[] r = scores.r().mean();
    int[] unscored = IntStream.range(0, vertices).filter(v -> Double.isNaN(r[v])).toArray();
    int responses = (int) IntStream.of(unscored).filter(v -> constant[v]).count();
    double[] gains = scores.wider();
    return new ModelReport(
        vertices,
        responses,
        unscored.length - responses,
        scores.components(),
        count(gains, gain -> !Double.isNaN(gain)),
        count(gains, gain -> gain < -NOTABLE_GAIN),
        count(gains, gain -> gain > NOTABLE_GAIN));
  }

  private static int count(double[] values, DoublePredicate which) {
    return (int) Arrays.stream(values).filter(which).count();
  }
}
