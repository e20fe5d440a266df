package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.Summariser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The made study as another study's counterpart. */
public final class MadeFinishedStudy {
  private MadeFinishedStudy() {}

  /** The made study itself. */
  public static FinishedStudy plain(int participants) {
    return of("plain", MadeStudy.cells(MadeStudy.study(), participants), Map.of());
  }

  /** The made study with other regression and with noise on the contralateral scores. */
  public static FinishedStudy noisy(int participants) {
    List<EncodingCell> cells = new ArrayList<>();
    for (EncodingCell cell : MadeStudy.cells(MadeStudy.study(), participants)) {
      cells.add(noisy(cell));
    }
    return of("noisy", cells, Map.of("encoding.regression", "pca-ols"));
  }

  /** The same study with other names of its conditions. */
  public static FinishedStudy renamed(UnaryOperator<Condition> naming, int participants) {
    List<EncodingCell> cells = new ArrayList<>();
    for (EncodingCell cell : MadeStudy.cells(MadeStudy.study(), participants)) {
      cells.add(
          new MadeCell(
              cell.participant().value(),
              cell.hemisphere(),
              naming.apply(cell.condition()),
              arrays(cell)));
    }
    return of("renamed", cells, Map.of());
  }

  private static EncodingCell noisy(EncodingCell cell) {
    Condition c = cell.condition();
    Map<String, float[]> arrays = arrays(cell);
    Random random = new Random((cell.participant() + "" + cell.hemisphere() + c).hashCode());
    float[] contra = arrays.getOrDefault("score_contra", new float[0]);
    double own = 0.02 * random.nextGaussian();
    for (int vertex = 0; vertex < contra.length; vertex++) {
      contra[vertex] += (float) (0.02 + own + 0.02 * random.nextGaussian());
    }
    return new MadeCell(
        cell.participant().value(),
        cell.hemisphere(),
        new Condition(c.network(), c.layer(), c.tensor(), c.split(), "pca-ols"),
        arrays);
  }

  private static Map<String, float[]> arrays(EncodingCell cell) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    cell.names().forEach(name -> arrays.put(name, cell.values(name)));
    return arrays;
  }

  static FinishedStudy of(
      String name, List<? extends EncodingCell> cells, Map<String, String> keys) {
    Study study = MadeStudy.study();
    Map<String, String> all = new LinkedHashMap<>(Map.of("encoding.regression", "ridge"));
    all.putAll(keys);
    return new FinishedStudy(
        name,
        "results/" + name,
        all,
        inputs("stimuli", "folds"),
        List.of(),
        0,
        new Summariser(new StudyOrder(study), MadeStudy::masks).summarise(cells, cell -> {}),
        (participant, hemisphere, condition, quantity) ->
            cells.stream()
                .filter(c -> c.participant().equals(participant) && c.hemisphere() == hemisphere)
                .filter(c -> c.condition().equals(condition) && c.has(quantity.label()))
                .findFirst()
                .map(c -> c.values(quantity.label())),
        (participant, condition) -> Optional.empty());
  }

  static FinishedStudy.Inputs inputs(String stimuli, String folds) {
    Map<ParticipantHemisphere, String> responses = new LinkedHashMap<>();
    for (int p = 1; p <= 8; p++) {
      ParticipantId participant = new ParticipantId("subj%02d".formatted(p));
      for (Hemisphere hemisphere : Hemisphere.values()) {
        responses.put(new ParticipantHemisphere(participant, hemisphere), hemisphere.label() + p);
      }
    }
    return new FinishedStudy.Inputs("0.1.0", 872, stimuli, folds, responses, "scores");
  }
}
