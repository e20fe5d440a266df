package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.Decomposed.Sides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes the lateralisation of split feature maps apart: what crosses the midline by receptive
 * fields and by gates, what the grid adds, and what is left. Every term is formed within a
 * participant, from the hemispheres that have all splits, so that terms add up participant by
 * participant.
 */
public final class Decomposition {
  private final StudyScores scores;
  private final PanelContrasts statistics = new PanelContrasts(StudyStatistics.SEED);
  private final List<Decomposed> rows = new ArrayList<>();

  private Decomposition(StudyScores scores) {
    this.scores = scores;
  }

  /**
   * By network, layer, ROI, hemispheres, then term; empty unless the study is split in feature maps
   * and has another split to compare with.
   */
  public static List<Decomposed> of(Study study, StudyScores scores) {
    Decomposition all = new Decomposition(scores);
    if (study.split().at() == SplitSpec.At.FEATURES) {
      scores.conditions().stream()
          .filter(condition -> condition.split().equals(LeakSplit.FEATURES.label()))
          .forEach(all::layer);
    }
    return List.copyOf(all.rows);
  }

  private void layer(Condition features) {
    Map<LeakSplit, Condition> splits = new EnumMap<>(LeakSplit.class);
    for (LeakSplit split : LeakSplit.values()) {
      under(features, split).ifPresent(condition -> splits.put(split, condition));
    }
    if (splits.size() > 1) {
      scores.rois(features).forEach(roi -> roi(features, roi, splits));
    }
  }

  private Optional<Condition> under(Condition features, LeakSplit split) {
    return scores.conditions().stream()
        .filter(c -> c.split().equals(split.label()))
        .filter(c -> c.network().equals(features.network()) && c.layer().equals(features.layer()))
        .findFirst();
  }

  private void roi(Condition features, Roi roi, Map<LeakSplit, Condition> splits) {
    LeakTerms terms = new LeakTerms(splits.keySet());
    Map<ParticipantId, Map<Hemisphere, Map<LeakSplit, Double>>> values = values(roi, splits);
    for (Sides sides : Sides.values()) {
      List<Map<LeakSplit, Double>> units =
          values.values().stream().flatMap(v -> unit(v, sides).stream()).toList();
      if (!units.isEmpty()) {
        terms(features, roi, sides, terms, units);
      }
    }
  }

  private void terms(
      Condition features,
      Roi roi,
      Sides sides,
      LeakTerms terms,
      List<Map<LeakSplit, Double>> units) {
    Sample whole = sample(terms, LeakTerm.LATERALISATION, units);
    boolean told = statistics.interval(whole).excludesZero();
    for (LeakTerm term : terms.all()) {
      Sample sample = sample(terms, term, units);
      rows.add(
          new Decomposed(
              features.network(),
              features.layer(),
              roi,
              sides,
              term,
              terms.adds(term),
              sample.n(),
              sample.mean(),
              sample.sd(),
              statistics.interval(sample),
              told ? sample.mean() / whole.mean() : Double.NaN));
    }
  }

  private static Sample sample(LeakTerms terms, LeakTerm term, List<Map<LeakSplit, Double>> units) {
    return new Sample(units.stream().map(values -> terms.of(term, values)).toList());
  }

  /** Of the hemispheres that have a value under every split. */
  private Map<ParticipantId, Map<Hemisphere, Map<LeakSplit, Double>>> values(
      Roi roi, Map<LeakSplit, Condition> splits) {
    Map<ParticipantId, Map<Hemisphere, Map<LeakSplit, Double>>> values = new TreeMap<>();
    splits.forEach(
        (split, condition) -> {
          for (Spread.Point point :
              scores.spread(condition, roi, Quantity.LATERALISATION).points()) {
            values
                .computeIfAbsent(point.participant(), x -> new EnumMap<>(Hemisphere.class))
                .computeIfAbsent(point.hemisphere(), x -> new EnumMap<>(LeakSplit.class))
                .put(split, point.value());
          }
        });
    values.values().forEach(v -> v.values().removeIf(x -> x.size() < splits.size()));
    return values;
  }

  /** A participant's value under each split; empty if the hemispheres for it are missing. */
  private static Optional<Map<LeakSplit, Double>> unit(
      Map<Hemisphere, Map<LeakSplit, Double>> hemispheres, Sides sides) {
    return switch (sides) {
      case MEAN ->
          hemispheres.values().stream().findFirst().map(first -> mean(first, hemispheres.values()));
      case DIFFERENCE ->
          Optional.ofNullable(hemispheres.get(Hemisphere.LH))
              .flatMap(
                  left ->
                      Optional.ofNullable(hemispheres.get(Hemisphere.RH))
                          .map(right -> difference(left, right)));
    };
  }

  private static Map<LeakSplit, Double> mean(
      Map<LeakSplit, Double> first, Collection<Map<LeakSplit, Double>> all) {
    return first.keySet().stream()
        .collect(
            Collectors.toMap(
                split -> split,
                split ->
                    all.stream().mapToDouble(v -> Objects.requireNonNull(v.get(split))).sum()
                        / all.size()));
  }

  private static Map<LeakSplit, Double> difference(
      Map<LeakSplit, Double> left, Map<LeakSplit, Double> right) {
    Map<LeakSplit, Double> difference = new EnumMap<>(LeakSplit.class);
    left.forEach(
        (split, value) -> difference.put(split, value - Objects.requireNonNull(right.get(split))));
    return difference;
  }
}
