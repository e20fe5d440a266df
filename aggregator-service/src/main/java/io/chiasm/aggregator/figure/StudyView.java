package io.chiasm.aggregator.figure;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.aggregator.results.StudyScores;
import java.util.List;

/** A study's scores under one split. */
final class StudyView {
  private final StudyScores scores;
  private final String split;
  private final List<Condition> conditions;

  StudyView(StudyScores scores, String split) {
    this.scores = scores;
    this.split = split;
    this.conditions =
        scores.conditions().stream().filter(condition -> condition.split().equals(split)).toList();
  }

  /** The same study under another split. */
  StudyView under(String other) {
    return new StudyView(scores, other);
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
