package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ROI means that two studies have in common, and the second's less the first's: the same
 * participant, hemisphere and ROI with the same number of vertices, in a pair of conditions.
 */
public final class PairedScores {
  private final StudyScores a;
  private final StudyScores b;
  private final StudyScores differences;
  private final List<Row> rows = new ArrayList<>();
  private int otherVertices;

  /**
   * One row of both.
   *
   * @param difference under the pair's own condition; NaN where either has no value
   */
  public record Row(ConditionPair pair, RoiScores a, RoiScores b, RoiScores difference) {}

  private record Key(
      ParticipantId participant, Hemisphere hemisphere, Condition condition, Roi roi) {
    static Key of(RoiScores row, Condition condition) {
      return new Key(row.participant(), row.hemisphere(), condition, row.roi());
    }
  }

  private PairedScores(List<ConditionPair> pairs, RoiOrder order) {
    List<Condition> named = pairs.stream().map(ConditionPair::difference).toList();
    Comparator<Condition> byPair = Comparator.comparingInt(named::indexOf);
    this.a = new StudyScores(byPair, order);
    this.b = new StudyScores(byPair, order);
    this.differences = new StudyScores(byPair, order);
  }

  /**
   * @param pairs a condition of {@code a} and one of {@code b} each, none twice
   */
  public static PairedScores of(StudyScores a, StudyScores b, List<ConditionPair> pairs) {
    PairedScores paired = new PairedScores(pairs, RoiOrder.following(List.of(a.rois(), b.rois())));
    Map<Key, RoiScores> others = new HashMap<>();
    b.rows().forEach(row -> others.put(Key.of(row, row.condition()), row));
    Map<Condition, ConditionPair> byCondition = new HashMap<>();
    pairs.forEach(pair -> byCondition.put(pair.a(), pair));
    for (RoiScores row : a.rows()) {
      ConditionPair pair = byCondition.get(row.condition());
      RoiScores other = pair == null ? null : others.get(Key.of(row, pair.b()));
      if (pair != null && other != null) {
        paired.add(pair, row, other);
      }
    }
    return paired;
  }

  private void add(ConditionPair pair, RoiScores one, RoiScores other) {
    if (one.vertices() != other.vertices()) {
      otherVertices++;
      return;
    }
    Condition named = pair.difference();
    RoiScores difference = other.minus(one, named);
    rows.add(new Row(pair, one, other, difference));
    a.add(List.of(one.where(difference)));
    b.add(List.of(other.where(difference)));
    differences.add(List.of(difference));
  }

  /** In the first study's order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The first study's values where the second has one too, under the pairs' own conditions. */
  public StudyScores a() {
    return a;
  }

  /** The second study's, likewise. */
  public StudyScores b() {
    return b;
  }

  /** Second less first. */
  public StudyScores differences() {
    return differences;
  }

  /** How many rows were left out since their ROI has another number of vertices. */
  public int otherVertices() {
    return otherVertices;
  }

  /** How many rows have means over other numbers of scored vertices in the one and the other. */
  public int otherScored() {
    return (int)
        rows.stream()
            .filter(
                row -> row.a().scored(Quantity.SCORE_FULL) != row.b().scored(Quantity.SCORE_FULL))
            .count();
  }
}
