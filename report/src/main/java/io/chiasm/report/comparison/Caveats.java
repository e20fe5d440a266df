package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.report.results.PairedScores;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes differences between two studies mean less than they seem to. */
final class Caveats {
  private final FinishedStudy.Inputs a;
  private final FinishedStudy.Inputs b;
  private final List<String> sentences = new ArrayList<>();

  private Caveats(FinishedStudy.Inputs a, FinishedStudy.Inputs b) {
    this.a = a;
    this.b = b;
  }

  static List<String> of(FinishedStudy a, FinishedStudy b, PairedScores scores) {
    Caveats caveats = new Caveats(a.inputs(), b.inputs());
    Set<String> remarks = new LinkedHashSet<>(a.remarks());
    remarks.addAll(b.remarks());
    caveats.sentences.addAll(remarks);
    caveats.failures(a, "A");
    caveats.failures(b, "B");
    caveats.responses(scores);
    caveats.stimuli();
    caveats.scored(scores);
    caveats.versions();
    return caveats.sentences;
  }

  private void failures(FinishedStudy study, String which) {
    if (study.failed() > 0) {
      String tasks = study.failed() == 1 ? "1 task" : study.failed() + " tasks";
      sentences.add(
          which + " is not complete: " + tasks + " failed, see what is missing in its report.");
    }
  }

  private void responses(PairedScores scores) {
    Set<ParticipantHemisphere> other = new LinkedHashSet<>();
    scores
        .rows()
        .forEach(
            row -> {
              ParticipantHemisphere who = row.a().owner();
              if (!a.responses().getOrDefault(who, "").equals(b.responses().get(who))) {
                other.add(who);
              }
            });
    if (!other.isEmpty()) {
      sentences.add(
          "The measured responses of "
              + other.stream()
                  .map(ParticipantHemisphere::toString)
                  .collect(Collectors.joining(", "))
              + " are others in B than in A: whether their vertices are the same is not known, and"
              + " a difference may be the data's.");
    }
  }

  private void stimuli() {
    if (!a.stimuliSha256().equals(b.stimuliSha256())) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "The stimuli differ (%d in A, %d in B): differences are paired by participant and"
                  + " vertex, not by stimulus.",
              a.stimuli(),
              b.stimuli()));
    } else if (!a.foldsSha256().equals(b.foldsSha256())) {
      sentences.add(
          "The folds differ: models were fitted to and tried on other parts of the same stimuli, so"
              + " part of a difference is the drawing's.");
    }
  }

  private void scored(PairedScores scores) {
    if (scores.otherScored() > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "In %d of %d rows some vertices have a score in one study only (n_scored_a,"
                  + " n_scored_b): their ROI means are over slightly other vertices.",
              scores.otherScored(),
              scores.rows().size()));
    }
  }

  private void versions() {
    if (!a.chiasm().equals(b.chiasm())) {
      sentences.add("A was computed by Chiasm " + a.chiasm() + ", B by " + b.chiasm() + ".");
    }
  }
}
