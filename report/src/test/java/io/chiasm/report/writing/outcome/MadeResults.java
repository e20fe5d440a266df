package io.chiasm.report.writing.outcome;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.surface.Surfaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made study with everything else that its results folder needs. */
public final class MadeResults {
  public static final Instant CREATED = Instant.parse("2026-11-01T12:00:00Z");
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private MadeResults() {}

  public static StudyResults complete(int participants) {
    return of(MadeStudy.study(), participants, List.of(), List.of(), CREATED);
  }

  public static StudyResults of(
      Study study,
      int participants,
      List<FailedTask> failures,
      List<Warning> warnings,
      Instant created) {
    return new StudyResults(
        study,
        MadeStudy.cells(study, participants),
        MadeStudy::masks,
        Surfaces.none("The study names no surface."),
        List.of(),
        List.of(),
        List.of(),
        null,
        failures,
        warnings,
        "stimulus,fold\n13,0\n",
        provenance(study, participants, created));
  }

  private static Provenance provenance(Study study, int participants, Instant created) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("chiasm", "0.1.0");
    versions.put("JDK", "17.0.15");
    List<Provenance.Responses> responses = new ArrayList<>();
    for (int p = 1; p <= participants; p++) {
      responses.add(new Provenance.Responses("subj%02d".formatted(p), "lh", HASH));
      responses.add(new Provenance.Responses("subj%02d".formatted(p), "rh", HASH));
    }
    return new Provenance(
        versions,
        "study: " + study.name() + "\nencoding: {regression: ridge}\n",
        new Provenance.Stimuli(872, HASH),
        study.networks().stream()
            .map(network -> new Provenance.Network(network.name(), "IMAGENET1K_V1", HASH))
            .toList(),
        responses,
        List.of(),
        Map.of("folds", 0L),
        HASH,
        created);
  }
}
