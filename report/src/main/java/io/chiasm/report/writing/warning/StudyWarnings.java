package io.chiasm.report.writing.warning;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader must know before trusting the numbers, besides what data set and encodings say. */
public final class StudyWarnings {
  /** With fewer stimuli the standard error of a vertex's correlation is above 0.05. */
  private static final int FEW_STIMULI = 400;

  private static final int FEW_PARTICIPANTS = 6;

  private final StudyResults results;
  private final Study study;
  private final StudyScores scores;
  private final List<Warning> warnings = new ArrayList<>();

  private StudyWarnings(StudyResults results, StudyScores scores) {
    this.results = results;
    this.study = results.study();
    this.scores = scores;
  }

  /** All warnings, by kind and then in the study's order. */
  public static List<Warning> of(StudyResults results, StudyScores scores) {
    StudyWarnings all = new StudyWarnings(results, scores);
    all.numbers();
    all.estimator();
    all.below();
    all.hemispheres();
    all.rois();
    all.warnings.addAll(results.warnings());
    results.failures().forEach(f -> all.say(WarningKind.FAILED_TASK, f.task() + ": " + f.reason()));
    // Stable: within a kind they stay as they came.
    return all.warnings.stream().sorted(Comparator.comparing(Warning::kind)).toList();
  }

  private void say(WarningKind kind, String sentence) {
    warnings.add(Warning.of(kind, sentence));
  }

  private void numbers() {
    int stimuli = results.provenance().stimuli().count();
    if (stimuli < FEW_STIMULI) {
      String whose =
          study.dataset().stimuli() == StimulusSelection.SHARED ? "shared by all participants" : "";
      say(
          WarningKind.FEW_STIMULI,
          String.format(
                  Locale.ROOT,
                  "Few stimuli: %d %s. A vertex's correlation has a standard error of about %.2f.",
                  stimuli,
                  whose,
                  1 / Math.sqrt(Math.max(1, stimuli - 3)))
              .replace(" .", "."));
    }
    long participants = scores.rows().stream().map(r -> r.participant()).distinct().count();
    if (participants < FEW_PARTICIPANTS) {
      say(
          WarningKind.FEW_PARTICIPANTS,
          String.format(
              Locale.ROOT,
              "Few participants: with %d, no two-sided sign-flip p can be below %s.",
              participants,
              participants < 2 ? "1" : Math.pow(2, 1 - participants)));
    }
  }

  private void estimator() {
    boolean untrained =
        study.networks().stream().anyMatch(n -> n.weights() instanceof Weights.Untrained);
    if (study.encoding().regression() instanceof Regression.Ridge
        && study.encoding().scaling() == EncodingSpec.Scaling.NONE
        && untrained) {
      say(
          WarningKind.NO_SCALING,
          "Ridge regression without scaling (encoding.scaling: none) on an untrained network: its"
              + " late activations can be as small as 1e-13, so every α of the grid is too large.");
    }
    if (study.split().at() == SplitSpec.At.FEATURES) {
      say(
          WarningKind.SPLIT_IN_FEATURES,
          "The split is made in feature maps: receptive fields cross the midline, so a half is"
              + " never strictly unilateral.");
    }
  }

  /** Where the full model's mean lies below the contralateral one's, the largest gap first. */
  private void below() {
    List<Gap> gaps = own().stream().flatMap(this::gaps).toList();
    gaps.stream()
        .filter(gap -> gap.full() < gap.contra())
        .sorted(Comparator.comparingDouble(gap -> gap.full() - gap.contra()))
        .forEach(gap -> warnings.add(gap.warning(gaps.size())));
  }

  private Stream<Gap> gaps(Condition condition) {
    return scores.rois(condition).stream()
        .map(
            roi ->
                new Gap(
                    WarningPlace.of(condition, roi),
                    scores.spread(condition, roi, Quantity.SCORE_FULL).mean(),
                    scores.spread(condition, roi, Quantity.SCORE_CONTRA).mean()));
  }

  /** Participants of whom one hemisphere is missing. */
  private void hemispheres() {
    Map<ParticipantId, Set<Hemisphere>> there = new LinkedHashMap<>();
    scores
        .rows()
        .forEach(
            r -> there.computeIfAbsent(r.participant(), p -> new TreeSet<>()).add(r.hemisphere()));
    int both = Hemisphere.values().length;
    there.forEach(
        (participant, hemispheres) -> {
          if (hemispheres.size() < both) {
            warnings.add(
                new Warning(
                    WarningKind.ONE_HEMISPHERE,
                    WarningPlace.of(participant, hemispheres.iterator().next(), ""),
                    both - hemispheres.size(),
                    both,
                    "the other hemisphere is missing"));
          }
        });
  }

  /** ROIs that some hemisphere lacks. */
  private void rois() {
    own().stream()
        .findFirst()
        .ifPresent(
            c -> {
              List<Spread.Point> all = scores.spread(c, Roi.ALL, Quantity.SCORE_FULL).points();
              for (Roi roi : scores.rois(c)) {
                Set<ParticipantHemisphere> having =
                    scores.spread(c, roi, Quantity.SCORE_FULL).points().stream()
                        .map(Spread.Point::owner)
                        .collect(Collectors.toSet());
                all.stream()
                    .filter(point -> !having.contains(point.owner()))
                    .forEach(point -> lacks(point, roi, all.size() - having.size(), all.size()));
              }
            });
  }

  private void lacks(Spread.Point point, Roi roi, int count, int of) {
    warnings.add(
        new Warning(
            WarningKind.MISSING_ROI,
            WarningPlace.of(point.participant(), point.hemisphere(), roi.name()),
            count,
            of,
            String.format(
                Locale.ROOT,
                "the ROI has no vertex with a score here, as in %d of %d hemispheres",
                count,
                of)));
  }

  private List<Condition> own() {
    String split = study.split().label();
    return scores.conditions().stream().filter(c -> c.split().equals(split)).toList();
  }

  private record Gap(WarningPlace place, double full, double contra) {
    Warning warning(int of) {
      String sentence = String.format(Locale.ROOT, "full %.3f, contra %.3f", full, contra);
      return new Warning(WarningKind.FULL_BELOW_CONTRA, place, 1, of, sentence);
    }
  }
}
