package io.chiasm.report.writing.page;

import io.chiasm.contracts.study.Labelled;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.statistics.Decomposed.Sides;
import io.chiasm.report.statistics.LeakTerm;
import io.chiasm.report.table.DecimalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the terms explains how much, in words that say no more than the intervals do. */
final class DecompositionText {
  /** The splits that all terms together need, in the order of a study file. */
  private static final List<Control> NEEDED =
      List.of(Control.IMAGE, Control.ARCHITECTURE, Control.SHARED_GATES, Control.MIRRORED);

  /** What is asked for: causes, not what they leave. */
  private static final Set<LeakTerm> CAUSES =
      Set.of(
          LeakTerm.RECEPTIVE_FIELDS,
          LeakTerm.GATES,
          LeakTerm.GRID,
          LeakTerm.CROSSING,
          LeakTerm.CROSSING_APART);

  private static final List<LeakTerm> TERMS =
      List.of(LeakTerm.RECEPTIVE_FIELDS, LeakTerm.GATES, LeakTerm.GRID, LeakTerm.RESIDUAL);

  private DecompositionText() {}

  /**
   * @param terms of one network, layer, ROI and of the same hemispheres
   */
  static String of(List<Decomposed> terms) {
    Decomposed whole =
        terms.stream()
            .filter(t -> t.term() == LeakTerm.LATERALISATION)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no lateralisation among " + terms));
    List<Decomposed> adding = terms.stream().filter(Decomposed::adds).toList();
    return whole.network()
        + " · "
        + whole.layer()
        + ", all vertices, N = "
        + whole.n()
        + ": "
        + what(whole.sides())
        + " "
        + number(whole)
        + " = "
        + adding.stream()
            .map(t -> t.term().words() + " " + number(t))
            .collect(Collectors.joining(" + "))
        + ". "
        + verdict(whole, adding);
  }

  private static String what(Sides sides) {
    return switch (sides) {
      case MEAN -> "lateralisation";
      case DIFFERENCE -> "lateralisation of the left less the right hemisphere";
    };
  }

  private static String number(Decomposed row) {
    String mean = DecimalText.three(row.mean());
    return Double.isNaN(row.interval().low())
        ? mean
        : mean + " (" + DecimalText.range(row.interval().low(), row.interval().high()) + ")";
  }

  private static String verdict(Decomposed whole, List<Decomposed> adding) {
    if (Double.isNaN(whole.interval().low())) {
      return "Fewer than three participants give no interval, so none of this can be told from"
          + " chance.";
    }
    if (whole.sides() == Sides.DIFFERENCE && !whole.interval().excludesZero()) {
      return "The interval of the difference holds 0: there is none to explain that these"
          + " participants show.";
    }
    return causes(whole, adding);
  }

  private static String causes(Decomposed whole, List<Decomposed> adding) {
    List<Decomposed> causes = adding.stream().filter(t -> CAUSES.contains(t.term())).toList();
    List<Decomposed> told =
        causes.stream()
            .filter(t -> t.interval().excludesZero())
            .sorted(Comparator.comparingDouble((Decomposed t) -> -Math.abs(t.mean())))
            .toList();
    List<String> sentences = new ArrayList<>();
    if (!told.isEmpty()) {
      sentences.add(
          told.stream()
              .map(t -> effect(whole, t))
              .collect(Collectors.joining("; ", "From the largest on, ", ".")));
    }
    String unseen =
        causes.stream()
            .filter(t -> !t.interval().excludesZero() && !isNothing(t))
            .map(t -> t.term().words())
            .collect(Collectors.joining(" and "));
    if (!unseen.isEmpty()) {
      sentences.add("Not told from 0: " + unseen + ".");
    }
    String none =
        causes.stream()
            .filter(DecompositionText::isNothing)
            .map(t -> t.term().words())
            .collect(Collectors.joining(" and "));
    if (!none.isEmpty()) {
      sentences.add("Exactly 0 in every participant: " + none + ".");
    }
    return String.join(" ", sentences);
  }

  private static String effect(Decomposed whole, Decomposed term) {
    boolean adds = term.mean() * whole.mean() > 0;
    return term.term().words()
        + ": "
        + DecimalText.three(Math.abs(term.mean()))
        + (adds ? " added" : " taken away")
        + (Double.isNaN(term.share())
            ? ""
            : " (" + percent(Math.abs(term.share())) + " of what is seen)");
  }

  private static boolean isNothing(Decomposed term) {
    return term.mean() == 0 && !(term.sd() > 0);
  }

  /** {@code 34 %}; {@code –} for NaN. */
  static String percent(double share) {
    return Double.isNaN(share)
        ? "–"
        : String.format(Locale.ROOT, "%d %%", Math.round(100 * share)).replace('-', '−');
  }

  /** What is not taken apart and why; empty if everything is. */
  static Optional<String> missing(Study study, List<Decomposed> rows) {
    Set<LeakTerm> formed = rows.stream().map(Decomposed::term).collect(Collectors.toSet());
    String terms =
        TERMS.stream()
            .filter(term -> !formed.contains(term))
            .map(LeakTerm::words)
            .collect(Collectors.joining(", "));
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of("Not taken apart here: " + terms + ". " + remedy(study));
  }

  private static String remedy(Study study) {
    List<Control> wanted = new ArrayList<>(study.split().controls());
    NEEDED.stream().filter(control -> !wanted.contains(control)).forEach(wanted::add);
    return wanted.size() == study.split().controls().size()
        ? "The study asks for every split; what is missing of them failed or cannot be had of these"
            + " layers, see the warnings."
        : "A study with split: {at: features, controls: ["
            + wanted.stream().map(Labelled::label).collect(Collectors.joining(", "))
            + "]} would tell; what is computed already is not computed again.";
  }
}
