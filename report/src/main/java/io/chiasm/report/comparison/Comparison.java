package io.chiasm.report.comparison;

import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.StudyDifferences;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two studies compared: B less A throughout.
 *
 * @param pairs conditions that belong together, in A's order
 * @param keys of the study files that differ
 * @param warnings what makes the differences mean less than they seem to
 * @param notices what was compared under two names, and what was left out
 */
public record Comparison(
    FinishedStudy a,
    FinishedStudy b,
    List<ConditionPair> pairs,
    PairedScores scores,
    List<ContrastResult> tests,
    List<KeyDifference> keys,
    List<String> warnings,
    List<String> notices) {
  public Comparison {
    pairs = List.copyOf(pairs);
    tests = List.copyOf(tests);
    keys = List.copyOf(keys);
    warnings = List.copyOf(warnings);
    notices = List.copyOf(notices);
  }

  /**
   * Pairs what belongs together and tests the differences.
   *
   * @param networks names of A's networks with those of B; empty for the same names
   * @param layers names of A's layers with those of B
   * @throws io.chiasm.contracts.failure.InputException if the studies have nothing in common
   */
  public static Comparison of(
      FinishedStudy a, FinishedStudy b, Map<String, String> networks, Map<String, String> layers) {
    Pairing pairing = new Pairing(a.scores(), b.scores(), networks, layers);
    PairedScores scores = PairedScores.of(a.scores(), b.scores(), pairing.pairs());
    Leftovers leftovers = new Leftovers(a.scores(), b.scores(), pairing.pairs(), scores);
    leftovers.requireAny();
    return new Comparison(
        a,
        b,
        pairing.pairs().stream().filter(leftovers::compared).toList(),
        scores,
        StudyDifferences.of(scores),
        KeyDifference.of(a.keys(), b.keys(), pairing.networks()),
        Caveats.of(a, b, scores),
        Stream.concat(pairing.sentences().stream(), leftovers.sentences().stream()).toList());
  }

  /** Name of the first study; with its folder's where both studies are called the same. */
  public String nameOfA() {
    return a.name().equals(b.name()) ? a.name() + " (" + a.folder() + ")" : a.name();
  }

  /** Name of the second study, likewise. */
  public String nameOfB() {
    return a.name().equals(b.name()) ? b.name() + " (" + b.folder() + ")" : b.name();
  }

  /** Mean over participants of what a test compares, in the first study. */
  public double meanOfA(ContrastResult test) {
    return mean(scores.a(), test);
  }

  /** In the second study. */
  public double meanOfB(ContrastResult test) {
    return mean(scores.b(), test);
  }

  private static double mean(StudyScores scores, ContrastResult test) {
    return scores.conditions().stream()
        .filter(c -> c.network().equals(test.network()))
        .filter(c -> c.layer().equals(test.layer()) && c.split().equals(test.split()))
        .flatMap(c -> scores.spread(c, test.roi(), test.quantity()).participantMeans().stream())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
