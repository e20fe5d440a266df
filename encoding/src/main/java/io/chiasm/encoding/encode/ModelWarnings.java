package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.message.ModelWarning.Kind;
import io.chiasm.contracts.study.Regression;
import java.util.ArrayList;
import java.util.List;

/** What a reader is told of one model. */
final class ModelWarnings {
  /** Share of fits that want a wider grid from which on the grid is called too narrow. */
  private static final double NOTABLE_SHARE = 0.05;

  private final Regression regression;

  ModelWarnings(Regression regression) {
    this.regression = regression;
  }

  List<ModelWarning> of(Model model, ModelReport report) {
    List<ModelWarning> warnings = new ArrayList<>();
    int vertices = report.vertices();
    if (report.constantResponses() > 0) {
      String what =
          "%d of %d vertices have no score: their responses to the stimuli that a fold holds out"
              + " are constant";
      warnings.add(
          warning(Kind.CONSTANT_RESPONSE, model, report.constantResponses(), vertices, what));
    }
    if (report.constantPredictions() > 0) {
      String what =
          "%d of %d vertices have no score: the responses predicted for the stimuli that a fold"
              + " holds out are constant";
      warnings.add(
          warning(Kind.CONSTANT_PREDICTION, model, report.constantPredictions(), vertices, what));
    }
    components(model, report, warnings);
    alphas(Kind.SMALLEST_ALPHA, "smaller", model, report.wantSmaller(), report, warnings);
    alphas(Kind.LARGEST_ALPHA, "larger", model, report.wantLarger(), report, warnings);
    return warnings;
  }

  private void components(Model model, ModelReport report, List<ModelWarning> warnings) {
    int fewest = report.components().stream().min(Integer::compare).orElse(0);
    if (regression instanceof Regression.PcaOls pca && fewest < pca.components()) {
      int dropped = pca.components() - fewest;
      String what = "%d of %d components are not above the numerical rank and were dropped";
      warnings.add(warning(Kind.DROPPED_COMPONENTS, model, dropped, pca.components(), what));
    }
  }

  private static void alphas(
      Kind kind,
      String which,
      Model model,
      int count,
      ModelReport report,
      List<ModelWarning> warnings) {
    if (count > NOTABLE_SHARE * report.looked()) {
      String what =
          "%d of %d vertices looked at would have at least 1 %% less error in cross-validation with"
              + " alphas "
              + which
              + " than the grid's";
      warnings.add(warning(kind, model, count, report.looked(), what));
    }
  }

  private static ModelWarning warning(Kind kind, Model model, int count, int of, String what) {
    String sentence = model.label() + " model: " + what.formatted(count, of);
    return new ModelWarning(kind, model.label(), count, of, sentence);
  }
}
