package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Study;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeCell;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.Summariser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Scores of a study whose lateralisation is given, one vertex per ROI. */
final class MadeLateralisation {
  static final String NETWORK = "trained";

  private record Key(String participant, Hemisphere hemisphere, Condition condition) {}

  private final List<String> rois;
  private final Map<Key, float[]> values = new LinkedHashMap<>();

  MadeLateralisation(List<String> rois) {
    this.rois = List.copyOf(rois);
  }

  /** Sets one value; float32 must hold it. */
  void put(
      String participant,
      Hemisphere hemisphere,
      String layer,
      String split,
      String roi,
      double value) {
    put(participant, hemisphere, new Condition(NETWORK, layer, layer, split, "ridge"), roi, value);
  }

  /** The same of any network. */
  void put(
      String participant, Hemisphere hemisphere, Condition condition, String roi, double value) {
    values
            .computeIfAbsent(
                new Key(participant, hemisphere, condition), key -> new float[rois.size()])[
            rois.indexOf(roi)] =
        (float) value;
  }

  StudyScores scores(Study study) {
    return new Summariser(new StudyOrder(study), this::masks).summarise(cells(), cell -> {});
  }

  private List<EncodingCell> cells() {
    List<EncodingCell> cells = new ArrayList<>();
    values.forEach(
        (key, lateralisation) ->
            cells.add(
                new MadeCell(
                    key.participant(),
                    key.hemisphere(),
                    key.condition(),
                    Map.of(
                        "score_full", lateralisation,
                        "score_contra", lateralisation,
                        "score_ipsi", new float[lateralisation.length]))));
    return cells;
  }

  private List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere) {
    Map<Integer, String> names = new LinkedHashMap<>();
    IntStream.range(0, rois.size()).forEach(i -> names.put(i + 1, rois.get(i)));
    int[] ids = IntStream.rangeClosed(1, rois.size()).toArray();
    return List.of(new RoiMask("prf-visualrois", names, ids));
  }
}
