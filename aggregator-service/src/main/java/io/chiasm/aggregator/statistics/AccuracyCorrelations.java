package io.chiasm.aggregator.statistics;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.aggregator.results.Roi;
import io.chiasm.aggregator.results.Spread;
import io.chiasm.aggregator.results.StudyScores;
import io.chiasm.aggregator.statistics.StatisticalTest.Corrected;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spearman correlation of networks' top-1 accuracy with their lateralisation. */
final class AccuracyTests {
  /** Fewer networks have no correlation worth the name. */
  private static final int LEAST = 3;

  private final Map<String, Double> accuracy = new LinkedHashMap<>();
  private final StudyScores scores;
  private final long seed;

  AccuracyTests(Study study, StudyScores scores, long seed) {
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
  List<StatisticalTest> of(Quantity quantity) {
    Map<List<String>, List<Condition>> groups = new LinkedHashMap<>();
    scores.conditions().stream()
        .filter(c -> accuracy.containsKey(c.network()))
        .forEach(
            c ->
                groups
                    .computeIfAbsent(List.of(c.layer(), c.split()), key -> new ArrayList<>())
                    .add(c));
    List<StatisticalTest> tests = new ArrayList<>();
    groups.values().stream()
        .filter(conditions -> conditions.size() >= LEAST)
        .forEach(
            conditions ->
                scores
                    .rois(conditions.get(0))
                    .forEach(roi -> add(tests, quantity, conditions, roi)));
    return tests;
  }

  private void add(
      List<StatisticalTest> tests, Quantity quantity, List<Condition> conditions, Roi roi) {
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

  private StatisticalTest test(
      Quantity quantity, Condition condition, Roi roi, double[] known, double[] means) {
    Spearman spearman = new Spearman(known, means);
    return new StatisticalTest(
        Contrast.ACCURACY,
        quantity,
        "",
        condition.layer(),
        condition.split(),
        roi,
        known.length,
        Double.NaN,
        Double.NaN,
        Interval.NONE,
        spearman.rho(),
        spearman.p(seed),
        spearman.least(),
        spearman.exact(),
        Corrected.NONE,
        Corrected.NONE);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
