package io.chiasm.report.comparison;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Participants, hemispheres and ROIs that only one of two studies has. */
final class Leftovers {
  private final List<RoiScores> a;
  private final List<RoiScores> b;
  private final PairedScores scores;

  Leftovers(StudyScores a, StudyScores b, List<ConditionPair> pairs, PairedScores scores) {
    this.a = of(a, pairs.stream().map(ConditionPair::a).collect(Collectors.toSet()));
    this.b = of(b, pairs.stream().map(ConditionPair::b).collect(Collectors.toSet()));
    this.scores = scores;
  }

  private static List<RoiScores> of(StudyScores scores, Set<Condition> conditions) {
    return scores.rows().stream().filter(row -> conditions.contains(row.condition())).toList();
  }

  /**
   * @throws InputException if not one row is common to both
   */
  void requireAny() {
    if (scores.rows().isEmpty()) {
      String reason =
          scores.otherVertices() > 0
              ? "every ROI that both have holds another number of vertices in B than in A"
              : "A has the participants "
                  + String.join(", ", names(a, Leftovers::hemisphere))
                  + "; B has "
                  + String.join(", ", names(b, Leftovers::hemisphere));
      throw new InputException("nothing to compare: " + reason);
    }
  }

  /** Whether any row of the pair is common to both. */
  boolean compared(ConditionPair pair) {
    return scores.rows().stream().anyMatch(row -> row.pair().equals(pair));
  }

  /** One for each kind of thing and study. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    add(sentences, "A", names(a, Leftovers::hemisphere), names(b, Leftovers::hemisphere));
    add(sentences, "B", names(b, Leftovers::hemisphere), names(a, Leftovers::hemisphere));
    add(sentences, "A", names(a, Leftovers::roi), names(b, Leftovers::roi));
    add(sentences, "B", names(b, Leftovers::roi), names(a, Leftovers::roi));
    if (scores.otherVertices() > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%d rows were left out: their ROI holds another number of vertices in B than in A.",
              scores.otherVertices()));
    }
    return sentences;
  }

  private static void add(
      List<String> sentences, String study, Set<String> names, Set<String> others) {
    Set<String> only = new LinkedHashSet<>(names);
    only.removeAll(others);
    if (!only.isEmpty()) {
      sentences.add("Only " + study + " has " + String.join(", ", only) + ": left out.");
    }
  }

  private static Set<String> names(List<RoiScores> rows, Function<RoiScores, String> name) {
    return rows.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String hemisphere(RoiScores row) {
    return row.owner().toString();
  }

  private static String roi(RoiScores row) {
    Roi roi = row.roi();
    return roi.name() + " (" + roi.roiClass() + ")";
  }
}
