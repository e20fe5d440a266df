package io.chiasm.report.figure;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The scores of some of a study's networks under one split. */
final class StudyView {
  private final StudyScores scores;
  private final String split;
  private final Predicate<String> shown;
  private final List<Condition> conditions;

  /**
   * @param shown whether a network is, by its name
   */
  StudyView(StudyScores scores, String split, Predicate<String> shown) {
    this.scores = scores;
    this.split = split;
    this.shown = shown;
    this.conditions =
        scores.conditions().stream()
            .filter(condition -> condition.split().equals(split))
            .filter(condition -> shown.test(condition.network()))
            .toList();
  }

  /** The same networks under another split. */
  StudyView under(String other) {
    return new StudyView(scores, other, shown);
  }

  /** What this view does not show, under the same split. */
  StudyView others() {
    return new StudyView(scores, split, shown.negate());
  }

  /** The condition whose full model predicts all vertices best, if any predicts. */
  Optional<Condition> best() {
    return conditions.stream()
        .filter(c -> scores.spread(c, Roi.ALL, Quantity.SCORE_FULL).n() > 0)
        .reduce((best, c) -> full(c) > full(best) ? c : best);
  }

  private double full(Condition condition) {
    return scores.spread(condition, Roi.ALL, Quantity.SCORE_FULL).mean();
  }

  StudyScores scores() {
    return scores;
  }

  String split() {
    return split;
  }

  /** By network, then layer. */
  List<Condition> conditions() {
    return conditions;
  }

  List<String> networks() {
    return conditions.stream().map(Condition::network).distinct().toList();
  }

  List<String> layers() {
    return conditions.stream().map(Condition::layer).distinct().toList();
  }

  List<Condition> of(String network) {
    return conditions.stream().filter(condition -> condition.network().equals(network)).toList();
  }

  /** One condition, or none. */
  List<Condition> of(String network, String layer) {
    return of(network).stream().filter(condition -> condition.layer().equals(layer)).toList();
  }

  /** Whether any ROI of any condition has the quantity. */
  boolean has(Quantity quantity) {
    return conditions.stream()
        .anyMatch(c -> scores.rois(c).stream().anyMatch(roi -> scores.has(c, roi, quantity)));
  }
}
