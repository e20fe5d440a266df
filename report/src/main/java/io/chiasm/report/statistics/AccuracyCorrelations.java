package io.chiasm.report.statistics;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spearman correlation of networks' top-1 accuracy with their lateralisation. */
final class AccuracyCorrelations {
  /** Fewer networks have no correlation worth the name. */
  private static final int LEAST = 3;

  private final Map<String, Double> accuracy = new LinkedHashMap<>();
  private final StudyScores scores;
  private final long seed;

  AccuracyCorrelations(Study study, StudyScores scores, long seed) {
    this.scores = scores;
    this.seed = seed;
    for (NetworkSpec network : study.networks()) {
      Double acc1 = network.imagenetAcc1();
      if (acc1 != null) {
        accuracy.put(network.name(), acc1);
      }
    }
  }

  /** One test per layer, split and ROI that at least three networks with a known accuracy have. */
  List<ContrastResult> of(Quantity quantity) {
    Map<List<String>, List<Condition>> groups = new LinkedHashMap<>();
    scores.conditions().stream()
        .filter(c -> accuracy.containsKey(c.network()))
        .forEach(
            c ->
                groups
                    .computeIfAbsent(List.of(c.layer(), c.split()), key -> new ArrayList<>())
                    .add(c));
    List<ContrastResult> tests = new ArrayList<>();
    groups
        .values()
        .forEach(
            conditions ->
                scores
                    .rois(conditions.get(0))
                    .forEach(roi -> add(tests, quantity, conditions, roi)));
    return tests;
  }

  private void add(
      List<ContrastResult> tests, Quantity quantity, List<Condition> conditions, Roi roi) {
    List<Double> known = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (Condition condition : conditions) {
      Spread spread = scores.spread(condition, roi, quantity);
      if (spread.n() > 0) {
        known.add(accuracy.getOrDefault(condition.network(), Double.NaN));
        means.add(mean(spread.participantMeans()));
      }
    }
    if (known.size() >= LEAST) {
      tests.add(test(quantity, conditions.get(0), roi, array(known), array(means)));
    }
  }

  private ContrastResult test(
      Quantity quantity, Condition condition, Roi roi, double[] known, double[] means) {
    Spearman spearman = new Spearman(known, means);
    return ContrastResult.correlation(quantity, condition, roi, known.length, spearman, seed);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
