package io.chiasm.report.statistics;

import static io.chiasm.report.statistics.LeakSplit.ARCHITECTURE;
import static io.chiasm.report.statistics.LeakSplit.IMAGE;
import static io.chiasm.report.statistics.LeakSplit.MIRRORED;
import static io.chiasm.report.statistics.LeakSplit.SHARED_GATES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms that some splits allow. Those that {@linkplain #adds add up} give the lateralisation,
 * whatever the values; the others are sums of several of them.
 */
final class LeakTerms {
  private final Map<LeakTerm, Map<LeakSplit, Double>> weights = new EnumMap<>(LeakTerm.class);
  private final List<LeakTerm> adding = new ArrayList<>();

  /**
   * @param splits with {@link LeakSplit#FEATURES} among them
   */
  LeakTerms(Set<LeakSplit> splits) {
    for (LeakTerm term : LeakTerm.values()) {
      if (term.isFormed(splits)) {
        weights.put(term, term.weights());
      }
    }
    boolean apart = splits.contains(IMAGE) || splits.contains(ARCHITECTURE);
    LeakTerm rest = apart ? LeakTerm.OWN_HALF : LeakTerm.REST;
    adding.add(rest);
    adding.addAll(crossing(splits));
    if (splits.contains(MIRRORED)) {
      adding.add(LeakTerm.GRID);
    }
    weights.put(rest, rest());
  }

  /** Disjoint parts of what crosses. */
  private static List<LeakTerm> crossing(Set<LeakSplit> splits) {
    List<LeakTerm> parts = new ArrayList<>();
    if (splits.contains(ARCHITECTURE)) {
      parts.addAll(
          splits.contains(SHARED_GATES)
              ? List.of(LeakTerm.RECEPTIVE_FIELDS, LeakTerm.GATES)
              : List.of(LeakTerm.CROSSING_APART));
      if (splits.contains(IMAGE)) {
        parts.add(LeakTerm.RESIDUAL);
      }
    } else if (splits.contains(IMAGE)) {
      parts.add(LeakTerm.CROSSING);
    } else if (splits.contains(SHARED_GATES)) {
      parts.add(LeakTerm.RECEPTIVE_FIELDS);
    }
    return parts;
  }

  /** Lateralisation less all other terms that add up to it. */
  private Map<LeakSplit, Double> rest() {
    Map<LeakSplit, Double> rest = LeakTerm.LATERALISATION.weights();
    for (LeakTerm term : adding) {
      term.weights().forEach((split, weight) -> rest.merge(split, -weight, Double::sum));
    }
    return rest;
  }

  /** In the order of the tables. */
  Set<LeakTerm> all() {
    return Collections.unmodifiableSet(weights.keySet());
  }

  /** Whether it is one of those that add up to the lateralisation. */
  boolean adds(LeakTerm term) {
    return adding.contains(term);
  }

  /**
   * @param values lateralisation under each of the splits
   */
  double of(LeakTerm term, Map<LeakSplit, Double> values) {
    return weights.getOrDefault(term, Map.of()).entrySet().stream()
        .mapToDouble(e -> e.getValue() * values.getOrDefault(e.getKey(), Double.NaN))
        .sum();
  }
}
