package io.chiasm.aggregator.report;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.aggregator.results.Roi;
import io.chiasm.aggregator.results.StudyOrder;
import io.chiasm.aggregator.results.StudyScores;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a reader must know before trusting the numbers, besides what the encoder says. */
final class StudyWarnings {
  /** With fewer stimuli the standard error of a vertex's correlation is above 0.05. */
  private static final int FEW_STIMULI = 400;

  private static final int FEW_PARTICIPANTS = 6;

  private final StudyResults results;
  private final Study study;
  private final StudyScores scores;
  private final List<String> warnings = new ArrayList<>();

  private StudyWarnings(StudyResults results, StudyScores scores) {
    this.results = results;
    this.study = results.study();
    this.scores = scores;
  }

  static List<String> of(StudyResults results, StudyScores scores) {
    StudyWarnings all = new StudyWarnings(results, scores);
    all.numbers();
    all.estimator();
    all.hemispheres();
    all.rois();
    all.warnings.addAll(results.warnings());
    return all.warnings;
  }

  private void numbers() {
    int stimuli = results.provenance().stimuli().count();
    if (stimuli < FEW_STIMULI) {
      String whose =
          study.dataset().stimuli() == StimulusSelection.SHARED ? "shared by all participants" : "";
      warnings.add(
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
      warnings.add(
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
      warnings.add(
          "Ridge regression without scaling (encoding.scaling: none) on an untrained network: its"
              + " late activations can be as small as 1e-13, so every α of the grid is too large.");
    }
    if (below()) {
      warnings.add(
          "In some ROIs the full model predicts worse than the contralateral one. With one penalty"
              + " or a number of components shared by both halves that is an artefact of the"
              + " estimator, not biology; the banded model does not have it.");
    }
    if (study.split().at() == SplitSpec.At.FEATURES) {
      warnings.add(
          "The split is made in feature maps: receptive fields cross the midline, so a half is"
              + " never strictly unilateral.");
    }
  }

  /** Whether the full model's mean lies below the contralateral one's anywhere. */
  private boolean below() {
    return own().stream()
        .anyMatch(
            c ->
                scores.rois(c).stream()
                    .anyMatch(
                        roi ->
                            scores.spread(c, roi, Quantity.SCORE_FULL).mean()
                                < scores.spread(c, roi, Quantity.SCORE_CONTRA).mean()));
  }

  /** Participants of whom one hemisphere is missing. */
  private void hemispheres() {
    Map<ParticipantId, Set<Hemisphere>> there = new LinkedHashMap<>();
    scores
        .rows()
        .forEach(
            r -> there.computeIfAbsent(r.participant(), p -> new TreeSet<>()).add(r.hemisphere()));
    String alone =
        there.entrySet().stream()
            .filter(e -> e.getValue().size() < Hemisphere.values().length)
            .map(e -> e.getKey() + " (" + e.getValue().iterator().next().label() + ")")
            .collect(Collectors.joining(", "));
    if (!alone.isEmpty()) {
      warnings.add(
          "Participants with one hemisphere, which stands for the mean of both in tests and dots: "
              + alone
              + ".");
    }
  }

  /** ROIs that some hemisphere lacks. */
  private void rois() {
    own().stream()
        .findFirst()
        .ifPresent(
            c -> {
              int most = scores.spread(c, Roi.ALL, Quantity.SCORE_FULL).n();
              String missing =
                  scores.rois(c).stream()
                      .filter(roi -> scores.spread(c, roi, Quantity.SCORE_FULL).n() < most)
                      .map(
                          roi ->
                              String.format(
                                  Locale.ROOT,
                                  "%s (%d of %d)",
                                  roi.name(),
                                  scores.spread(c, roi, Quantity.SCORE_FULL).n(),
                                  most))
                      .collect(Collectors.joining(", "));
              if (!missing.isEmpty()) {
                warnings.add(
                    "ROIs that not every hemisphere has, with the number that do: "
                        + missing
                        + ".");
              }
            });
  }

  private List<Condition> own() {
    String split = StudyOrder.label(study.split().at());
    return scores.conditions().stream().filter(c -> c.split().equals(split)).toList();
  }
}
