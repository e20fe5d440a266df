package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.checkpoint.Checkpoint;
import io.chiasm.networks.checkpoint.SetName;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.family.Architecture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every place of a file where weights of an architecture could lie: sets of tensors, and within one
 * set networks side by side under different prefixes.
 */
final class WeightSets {
  private static final String COUNTER = "n_averaged";

  private final String source;
  private final List<Candidate> all;

  private WeightSets(String source, List<Candidate> all) {
    this.source = source;
    this.all = all;
  }

  /**
   * One place.
   *
   * @param name by which it can be chosen; empty for the only network of the file's own dict
   */
  record Candidate(String name, CheckedWeights weights) {
    boolean fits() {
      return weights.misfits() == 0;
    }

    boolean isSame(Candidate other) {
      return weights.place().equals(other.weights.place())
          && weights.stored().isSame(other.weights.stored());
    }

    /** The name, or words where there is none. */
    String shown() {
      return name.isEmpty() ? "the file's own" : "'" + name + "'";
    }

    /** Whether it says of itself that it is an average over training. */
    boolean isAveraged() {
      return SetName.isAveraged(name) || weights.stored().keys().contains(COUNTER);
    }
  }

  static WeightSets of(Architecture architecture, Checkpoint file, boolean published) {
    List<Candidate> all = new ArrayList<>();
    for (StateDict set : file.sets()) {
      add(all, architecture, set, published);
    }
    return new WeightSets(file.source(), all);
  }

  private static void add(
      List<Candidate> all, Architecture architecture, StateDict set, boolean published) {
    List<CheckedWeights> found =
        WeightPlace.of(architecture, set).stream()
            .map(place -> CheckedWeights.of(architecture, set, place, published))
            .toList();
    boolean several = found.stream().filter(w -> w.misfits() == 0).count() > 1;
    for (CheckedWeights weights : found) {
      String prefix = weights.place().prefix();
      String within = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
      boolean joined = !set.name().isEmpty() && !within.isEmpty();
      String whole = set.name() + (joined ? "." : "") + within;
      all.add(new Candidate(several ? whole : set.name(), weights));
    }
  }

  /**
   * The set that is asked for, or the model itself if none is.
   *
   * @param wanted name of a set; empty for the model itself
   * @throws InputException if there is no such set, none fits, or it is not clear which is meant
   */
  Candidate choose(String wanted) {
    return wanted.isEmpty() ? plain() : named(wanted);
  }

  /** Whether some set, or the one asked for, fits. */
  boolean fit(String wanted) {
    return all.stream().anyMatch(c -> c.fits() && (wanted.isEmpty() || isCalled(c, wanted)));
  }

  private Candidate named(String wanted) {
    List<Candidate> exact = all.stream().filter(c -> c.name().equals(wanted)).toList();
    List<Candidate> called =
        exact.isEmpty() ? all.stream().filter(c -> isCalled(c, wanted)).toList() : exact;
    if (called.isEmpty()) {
      throw new InputException(
          source + ": has no set of weights '" + wanted + "'; there are: " + names());
    }
    List<Candidate> fitting = called.stream().filter(Candidate::fits).toList();
    if (fitting.size() > 1) {
      throw new InputException(
          "%s: has several sets of weights '%s'; there are: %s".formatted(source, wanted, names()));
    }
    return fitting.isEmpty() ? nearest(called) : fitting.get(0);
  }

  /** By the whole name, or by parts of it that follow each other. */
  private static boolean isCalled(Candidate candidate, String wanted) {
    String whole = candidate.name() + "." + candidate.weights().place().prefix();
    return ("." + whole + ".").contains("." + wanted + ".");
  }

  private Candidate plain() {
    List<Candidate> fitting = distinct();
    if (fitting.size() <= 1) {
      return fitting.isEmpty() ? nearest(all) : fitting.get(0);
    }
    List<Candidate> own =
        fitting.stream().filter(c -> !c.isAveraged() && !SetName.isNoWeights(c.name())).toList();
    List<Candidate> left = own.isEmpty() ? fitting : own;
    int usual = left.stream().mapToInt(c -> SetName.usual(c.name())).min().orElseThrow();
    List<Candidate> first = left.stream().filter(c -> SetName.usual(c.name()) == usual).toList();
    if (first.size() > 1) {
      throw new InputException(
          source
              + ": has several sets of weights and none is plainly the model's; choose one of: "
              + names()
              + how());
    }
    return first.get(0);
  }

  /** Those that fit, of equal ones the most usually named. */
  private List<Candidate> distinct() {
    List<Candidate> distinct = new ArrayList<>();
    all.stream()
        .filter(Candidate::fits)
        .sorted(Comparator.comparingInt(c -> SetName.usual(c.name())))
        .filter(c -> distinct.stream().noneMatch(c::isSame))
        .forEach(distinct::add);
    return distinct;
  }

  static String how() {
    return " (in the study file 'weights: {file: …, set: …}', elsewhere FILE#SET)";
  }

  /** The one with the fewest tensors that do not fit, whose misfits are worth telling. */
  private static Candidate nearest(List<Candidate> candidates) {
    return candidates.stream()
        .min(
            Comparator.<Candidate>comparingInt(c -> c.weights().misfits())
                .thenComparing(Candidate::isAveraged))
        .orElseThrow();
  }

  /** The other sets that would fit, but for equal ones. */
  List<Candidate> others(Candidate taken) {
    return all.stream().filter(c -> c != taken && c.fits() && !c.isSame(taken)).toList();
  }

  /** Names of the sets that fit, or of all if none does. */
  private String names() {
    List<Candidate> fitting = all.stream().filter(Candidate::fits).toList();
    return (fitting.isEmpty() ? all : fitting)
        .stream().map(Candidate::shown).distinct().collect(Collectors.joining(", "));
  }
}
