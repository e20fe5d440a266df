package io.chiasm.report.writing.warning;

import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A study's warnings as a person reads them: one sentence for each kind, with how often and where
 * it is worst. {@code tables/warnings.csv} holds each of them.
 */
public final class WarningSentences {
  /** A number, so that sentences which differ by numbers alone are one. */
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final int encodings;

  /**
   * @param encodings how many there are: participants × hemispheres × networks × layers × splits
   */
  private WarningSentences(int encodings) {
    this.encodings = encodings;
  }

  /** The sentences, by kind. */
  public static List<String> of(StudyResults results, List<Warning> warnings) {
    return new WarningSentences(results.cells().size()).of(warnings);
  }

  private List<String> of(List<Warning> warnings) {
    Map<WarningKind, List<Warning>> byKind = new EnumMap<>(WarningKind.class);
    warnings.forEach(w -> byKind.computeIfAbsent(w.kind(), k -> new ArrayList<>()).add(w));
    List<String> sentences = new ArrayList<>();
    byKind.forEach((kind, group) -> sentences.addAll(of(kind, group)));
    return sentences;
  }

  private List<String> of(WarningKind kind, List<Warning> group) {
    return switch (kind) {
      case SIMULATED,
          FEW_STIMULI,
          FEW_PARTICIPANTS,
          NO_SCALING,
          SPLIT_IN_FEATURES,
          WHOLE_IMAGE,
          SEMANTIC ->
          group.stream().map(Warning::sentence).toList();
      case NETWORK_LEFT_OUT ->
          group.stream().map(w -> "Left out of the study: " + w.sentence()).toList();
      case FULL_BELOW_CONTRA -> List.of(below(group));
      case ONE_HEMISPHERE -> List.of(alone(group));
      case MISSING_ROI -> List.of(missing(group));
      case DATASET, ENCODING -> alike(group);
      case CONSTANT_RESPONSE ->
          List.of(
              counted(
                  "Vertices have no score, because their responses to the stimuli that a fold holds"
                      + " out are constant",
                  "vertices",
                  group));
      case CONSTANT_PREDICTION ->
          List.of(
              counted(
                  "Vertices have no score, because the responses predicted for the stimuli that a"
                      + " fold holds out are constant",
                  "vertices",
                  group));
      case DROPPED_COMPONENTS ->
          List.of(
              counted(
                  "Principal components are not above the numerical rank and were dropped",
                  "components",
                  group));
      case SMALLEST_ALPHA ->
          List.of(counted(narrow("starts too high", "smaller"), "vertices looked at", group));
      case LARGEST_ALPHA ->
          List.of(counted(narrow("ends too low", "larger"), "vertices looked at", group));
      // They have a section, or lines, of their own.
      case FAILED_TASK -> List.of();
    };
  }

  private static String narrow(String what, String which) {
    return "The grid of alphas "
        + what
        + ": with "
        + which
        + " ones, vertices have at least 1 % less error in cross-validation";
  }

  private String counted(String what, String things, List<Warning> group) {
    Warning worst = worst(group);
    long places = group.stream().map(WarningSentences::encoding).distinct().count();
    return String.format(
        Locale.ROOT,
        "%s, in %d of %d encodings; most in %s: %d of %d %s.",
        what,
        places,
        encodings,
        worst.place(),
        worst.count(),
        worst.of(),
        things);
  }

  /** The encoding without its model. */
  private static List<String> encoding(Warning warning) {
    WarningPlace p = warning.place();
    return List.of(
        p.participant(), p.hemisphere(), p.network(), p.layer(), p.split(), p.regression());
  }

  /** The largest share; of equal ones the first. */
  private static Warning worst(List<Warning> group) {
    return group.stream()
        .reduce((a, b) -> b.share() > a.share() ? b : a)
        .orElseThrow(() -> new IllegalArgumentException("an empty group"));
  }

  private static String below(List<Warning> group) {
    Warning first = group.get(0);
    return String.format(
            Locale.ROOT,
            "The full model predicts worse than the contralateral one in %d of %d ROI means, most"
                + " in",
            group.size(),
            first.of())
        + " %s: %s. With one penalty or a number of components shared by both halves that is an"
            .formatted(first.place(), first.sentence())
        + " artefact of the estimator, not biology; the banded model does not have it.";
  }

  private static String alone(List<Warning> group) {
    return "Participants with one hemisphere, which stands for the mean of both in tests and dots: "
        + group.stream()
            .map(w -> w.place().participant() + " (" + w.place().hemisphere() + ")")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String missing(List<Warning> group) {
    return "ROIs that not every hemisphere has, with the number that do: "
        + group.stream()
            .map(
                w ->
                    String.format(
                        Locale.ROOT, "%s (%d of %d)", w.place().roi(), w.of() - w.count(), w.of()))
            .distinct()
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** The first of those that say the same but for numbers, and how many more there are. */
  private static List<String> alike(List<Warning> group) {
    Map<String, List<Warning>> forms =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    w -> NUMBER.matcher(w.sentence()).replaceAll("#"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return forms.values().stream()
        .map(
            same ->
                same.get(0).place()
                    + ": "
                    + same.get(0).sentence()
                    + (same.size() > 1 ? " (and " + (same.size() - 1) + " more like this)" : ""))
        .toList();
  }
}
