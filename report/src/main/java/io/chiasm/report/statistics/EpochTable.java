package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.TrainingSeries;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code tables/epochs.csv}: lateralisation over training under the study's own split, one row per
 * series × layer × ROI × checkpoint. {@code from_first} is the mean difference to the first
 * checkpoint within participants, what training brought; {@code to_last} that of the last one to
 * this, what it brings yet: a plateau is where its interval holds 0. Intervals are 95 % bootstrap
 * over participants, NaN for fewer than three.
 */
public final class EpochTable {
  private static final int LEAST_FOR_INTERVAL = 3;

  private final StudyScores scores;
  private final String split;
  private final Map<Integer, Bootstrap> resamples = new HashMap<>();
  private final Table table =
      new Table(
          Column.text("series"),
          Column.text("network"),
          Column.number("epoch"),
          Column.number("accuracy"),
          Column.text("layer"),
          Column.text("split"),
          Column.text("roi_class"),
          Column.text("roi"),
          Column.count("n_participants"),
          Column.number("lateralisation"),
          Column.number("ci_low"),
          Column.number("ci_high"),
          Column.number("from_first"),
          Column.number("from_first_ci_low"),
          Column.number("from_first_ci_high"),
          Column.number("to_last"),
          Column.number("to_last_ci_low"),
          Column.number("to_last_ci_high"));

  private EpochTable(StudyScores scores, String split) {
    this.scores = scores;
    this.split = split;
  }

  /** Of a study that names a series of three epochs or more; empty for others. */
  public static Optional<Table> of(Study study, StudyScores scores) {
    EpochTable epochs = new EpochTable(scores, study.split().label());
    Map<String, List<Condition>> byNetwork =
        scores.conditions().stream()
            .filter(condition -> condition.split().equals(epochs.split))
            .collect(Collectors.groupingBy(Condition::network));
    TrainingSeries.of(study, byNetwork::containsKey)
        .forEach(series -> epochs.add(series, byNetwork));
    return epochs.table.rows().isEmpty() ? Optional.empty() : Optional.of(epochs.table);
  }

  private void add(TrainingSeries series, Map<String, List<Condition>> byNetwork) {
    String first = series.checkpoints().get(0).network();
    for (Condition layer : byNetwork.getOrDefault(first, List.of())) {
      for (Roi roi : scores.rois(layer)) {
        Map<TrainingSeries.Checkpoint, Map<ParticipantId, Double>> course = new LinkedHashMap<>();
        for (TrainingSeries.Checkpoint checkpoint : series.checkpoints()) {
          byNetwork.getOrDefault(checkpoint.network(), List.of()).stream()
              .filter(condition -> condition.layer().equals(layer.layer()))
              .map(condition -> means(condition, roi))
              .filter(means -> !means.isEmpty())
              .forEach(means -> course.put(checkpoint, means));
        }
        rows(series.name(), layer.layer(), roi, course);
      }
    }
  }

  private Map<ParticipantId, Double> means(Condition condition, Roi roi) {
    return scores.spread(condition, roi, Quantity.LATERALISATION).points().stream()
        .collect(
            Collectors.groupingBy(
                Spread.Point::participant,
                LinkedHashMap::new,
                Collectors.averagingDouble(Spread.Point::value)));
  }

  private void rows(
      String series,
      String layer,
      Roi roi,
      Map<TrainingSeries.Checkpoint, Map<ParticipantId, Double>> course) {
    List<Map<ParticipantId, Double>> all = List.copyOf(course.values());
    course.forEach(
        (checkpoint, means) -> {
          Estimate mean = estimate(List.copyOf(means.values()));
          Estimate from = estimate(differences(means, all.get(0)));
          Estimate to = estimate(differences(all.get(all.size() - 1), means));
          table.row(
              series,
              checkpoint.network(),
              (double) checkpoint.epoch(),
              checkpoint.accuracy(),
              layer,
              split,
              roi.roiClass(),
              roi.name(),
              means.size(),
              mean.mean(),
              mean.interval().low(),
              mean.interval().high(),
              from.mean(),
              from.interval().low(),
              from.interval().high(),
              to.mean(),
              to.interval().low(),
              to.interval().high());
        });
  }

  private static List<Double> differences(
      Map<ParticipantId, Double> one, Map<ParticipantId, Double> other) {
    return one.entrySet().stream()
        .filter(entry -> other.containsKey(entry.getKey()))
        .map(entry -> entry.getValue() - other.getOrDefault(entry.getKey(), Double.NaN))
        .toList();
  }

  private record Estimate(double mean, Interval interval) {}

  private Estimate estimate(List<Double> values) {
    Sample sample = new Sample(values);
    Interval interval =
        values.size() < LEAST_FOR_INTERVAL
            ? Interval.NONE
            : resamples
                .computeIfAbsent(
                    values.size(),
                    n -> new Bootstrap(n, PanelContrasts.DRAWS, StudyStatistics.SEED))
                .interval(sample, PanelContrasts.SHARE);
    return new Estimate(sample.mean(), interval);
  }
}
