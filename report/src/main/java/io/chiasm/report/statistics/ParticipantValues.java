package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One value per participant and ROI; participants ascending, ROIs in order. */
final class ParticipantValues {
  private final StudyScores scores;
  private final Quantity quantity;

  ParticipantValues(StudyScores scores, Quantity quantity) {
    this.scores = scores;
    this.quantity = quantity;
  }

  /** Mean of a participant's hemispheres, or of the one that has the ROI. */
  Map<Roi, Map<ParticipantId, Double>> means(Condition condition) {
    return each(
        condition,
        spread -> {
          Map<ParticipantId, List<Double>> found = new TreeMap<>();
          spread
              .points()
              .forEach(
                  point ->
                      found.merge(
                          point.participant(), List.of(point.value()), ParticipantValues::both));
          return mapped(found, ParticipantValues::mean);
        });
  }

  /** Left less right hemisphere, of the participants that have the ROI in both. */
  Map<Roi, Map<ParticipantId, Double>> hemispheres(Condition condition) {
    return each(
        condition, spread -> difference(side(spread, Hemisphere.LH), side(spread, Hemisphere.RH)));
  }

  /** Mean over conditions, of the participants that have all of them. */
  Map<Roi, Map<ParticipantId, Double>> meansOver(List<Condition> conditions) {
    Map<Roi, Map<ParticipantId, List<Double>>> found = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      means(condition)
          .forEach(
              (roi, values) ->
                  values.forEach(
                      (participant, value) ->
                          found
                              .computeIfAbsent(roi, r -> new TreeMap<>())
                              .merge(participant, List.of(value), ParticipantValues::both)));
    }
    return mapped(
        found,
        byParticipant -> {
          byParticipant.values().removeIf(values -> values.size() < conditions.size());
          return mapped(byParticipant, ParticipantValues::mean);
        });
  }

  /** Minuend less subtrahend, ROI by ROI, of the participants that have both. */
  static Map<Roi, Map<ParticipantId, Double>> differences(
      Map<Roi, Map<ParticipantId, Double>> minuend,
      Map<Roi, Map<ParticipantId, Double>> subtrahend) {
    Map<Roi, Map<ParticipantId, Double>> differences = new LinkedHashMap<>();
    minuend.forEach(
        (roi, values) ->
            differences.put(roi, difference(values, subtrahend.getOrDefault(roi, Map.of()))));
    return differences;
  }

  private Map<Roi, Map<ParticipantId, Double>> each(
      Condition condition, Function<Spread, Map<ParticipantId, Double>> values) {
    Map<Roi, Map<ParticipantId, Double>> all = new LinkedHashMap<>();
    for (Roi roi : scores.rois(condition)) {
      all.put(roi, values.apply(scores.spread(condition, roi, quantity)));
    }
    return all;
  }

  private static Map<ParticipantId, Double> side(Spread spread, Hemisphere hemisphere) {
    Map<ParticipantId, Double> values = new TreeMap<>();
    spread.points().stream()
        .filter(point -> point.hemisphere() == hemisphere)
        .forEach(point -> values.put(point.participant(), point.value()));
    return values;
  }

  private static Map<ParticipantId, Double> difference(
      Map<ParticipantId, Double> minuend, Map<ParticipantId, Double> subtrahend) {
    Map<ParticipantId, Double> difference = new TreeMap<>();
    minuend.forEach(
        (participant, value) -> {
          Double other = subtrahend.get(participant);
          if (other != null) {
            difference.put(participant, value - other);
          }
        });
    return difference;
  }

  private static List<Double> both(List<Double> one, List<Double> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static <K, V, W> Map<K, W> mapped(Map<K, V> map, Function<V, W> function) {
    Map<K, W> mapped = new LinkedHashMap<>();
    map.forEach((key, value) -> mapped.put(key, function.apply(value)));
    return mapped;
  }
}
