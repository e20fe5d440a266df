package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.Regression;
import io.chiasm.encoder.score.ModelScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns the scores of all models into a result, with what a reader should be told. */
final class Summary {
  /** Share of fits at an edge of the grid from which on the grid looks too narrow. */
  private static final double NOTABLE_SHARE = 0.05;

  /** Mean correlation from which on a vertex is predicted at all. */
  private static final double PREDICTABLE = 0.1;

  private final Regression regression;

  Summary(Regression regression) {
    this.regression = regression;
  }

  EncodingResult of(AllScores scores) {
    Map<Model, ModelReport> reports = new EnumMap<>(Model.class);
    List<String> warnings = new ArrayList<>();
    scores
        .models()
        .forEach(
            (model, score) -> {
              ModelReport report = report(score, scores.vertices());
              reports.put(model, report);
              warn(model.label(), report, warnings);
            });
    boolean alphas = regression instanceof Regression.Ridge;
    return new EncodingResult(ResultArrays.of(scores, alphas), reports, warnings);
  }

  private ModelReport report(ModelScores scores, int vertices) {
    int unscored = (int) Arrays.stream(scores.r().mean()).filter(Double::isNaN).count();
    double lower = 0;
    double upper = 0;
    double predictable = 0;
    // A single alpha was not chosen from a grid, so it lies at no edge of one.
    if (regression instanceof Regression.Ridge ridge && ridge.alphas().size() > 1 && vertices > 0) {
      double[] chosen = scores.alpha().perFold();
      lower = share(chosen, ridge.alphas().get(0));
      double largest = ridge.alphas().get(ridge.alphas().size() - 1);
      upper = share(chosen, largest);
      predictable = share(predictable(chosen, scores.r().mean()), largest);
    }
    return new ModelReport(vertices, unscored, scores.components(), lower, upper, predictable);
  }

  /** The penalties of vertices that are predicted at all. */
  private static double[] predictable(double[] chosen, double[] mean) {
    return IntStream.range(0, chosen.length)
        .filter(i -> mean[i % mean.length] > PREDICTABLE)
        .mapToDouble(i -> chosen[i])
        .toArray();
  }

  private static double share(double[] chosen, double alpha) {
    long count = Arrays.stream(chosen).filter(a -> a == alpha).count();
    return chosen.length == 0 ? 0 : (double) count / chosen.length;
  }

  private void warn(String model, ModelReport report, List<String> warnings) {
    if (report.unscored() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s model: %d of %d vertices have no score (constant held-out response or"
                  + " prediction)",
              model,
              report.unscored(),
              report.vertices()));
    }
    int fewest = report.components().stream().min(Integer::compare).orElse(0);
    if (regression instanceof Regression.PcaOls pca && fewest < pca.components()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s model: only %d of %d components are above the numerical rank",
              model,
              fewest,
              pca.components()));
    }
    if (report.alphaAtLowerEdge() > NOTABLE_SHARE) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s model: %.0f %% of the fits chose the smallest alpha; a wider grid may score"
                  + " higher",
              model,
              100 * report.alphaAtLowerEdge()));
    }
    if (report.predictableAtUpperEdge() > NOTABLE_SHARE) {
      warnings.add(
          String.format(
                  Locale.ROOT,
                  "%s model: %.0f %% of the fits of vertices that score above %s chose the largest"
                      + " alpha;",
                  model,
                  100 * report.predictableAtUpperEdge(),
                  PREDICTABLE)
              + " a wider grid may score higher");
    }
  }
}
