package io.chiasm.report.writing.summary;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.Contrast;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.summary.StudySummary.Lateralisation;
import io.chiasm.report.writing.summary.StudySummary.NetworkSummary;
import io.chiasm.report.writing.summary.StudySummary.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a study's main numbers together for {@code summary.json}. */
public final class Summaries {
  private final StudyScores scores;
  private final Map<Panel, ContrastResult> tests;

  private Summaries(StudyScores scores, List<ContrastResult> tests) {
    this.scores = scores;
    this.tests =
        tests.stream()
            .filter(test -> test.contrast() == Contrast.CONTRA_IPSI)
            .filter(test -> test.quantity() == Quantity.LATERALISATION)
            .collect(Collectors.toMap(test -> Panel.of(test), Function.identity()));
  }

  public static StudySummary of(
      StudyResults results,
      StudyScores scores,
      List<ContrastResult> tests,
      List<Warning> warnings,
      List<String> sentences) {
    return new StudySummary(
        StudySummary.FORMAT,
        results.study().name(),
        results.failures().isEmpty(),
        results.failures().size(),
        warnings.stream().anyMatch(warning -> warning.kind() == WarningKind.SIMULATED),
        results.provenance().stimuli().count(),
        scores.rows().stream()
            .map(RoiScores::participant)
            .distinct()
            .map(ParticipantId::value)
            .toList(),
        networks(results),
        new Summaries(scores, tests).results(),
        sentences,
        results.provenance().versions());
  }

  private static List<NetworkSummary> networks(StudyResults results) {
    Map<String, String> weights =
        results.provenance().networks().stream()
            .collect(Collectors.toMap(Provenance.Network::name, Provenance.Network::weights));
    return results.study().networks().stream()
        .map(
            network ->
                new NetworkSummary(
                    network.name(), weights.getOrDefault(network.name(), ""), accuracy(network)))
        .toList();
  }

  private static double accuracy(NetworkSpec network) {
    Double known = network.imagenetAcc1();
    return known == null ? Double.NaN : known;
  }

  private List<Result> results() {
    return scores.conditions().stream()
        .flatMap(condition -> scores.rois(condition).stream().map(roi -> result(condition, roi)))
        .toList();
  }

  private Result result(Condition condition, Roi roi) {
    return new Result(
        condition.network(),
        condition.layer(),
        condition.tensor(),
        condition.split(),
        condition.regression(),
        roi.roiClass(),
        roi.name(),
        means(condition, roi),
        lateralisation(tests.get(Panel.of(condition, roi))));
  }

  private Map<String, Double> means(Condition condition, Roi roi) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Model model : Model.values()) {
      Quantity score = Quantity.score(model);
      if (scores.has(condition, roi, score)) {
        means.put(model.label(), scores.spread(condition, roi, score).mean());
      }
    }
    return means;
  }

  private static @Nullable Lateralisation lateralisation(@Nullable ContrastResult test) {
    return test == null
        ? null
        : new Lateralisation(
            test.n(),
            test.mean(),
            test.sd(),
            test.interval().low(),
            test.interval().high(),
            test.effect(),
            test.p(),
            test.max().p(),
            test.bh().p());
  }

  /** What a test of lateralisation is about. */
  private record Panel(String network, String layer, String split, Roi roi) {
    static Panel of(ContrastResult test) {
      return new Panel(test.network(), test.layer(), test.split(), test.roi());
    }

    static Panel of(Condition condition, Roi roi) {
      return new Panel(condition.network(), condition.layer(), condition.split(), roi);
    }
  }
}
