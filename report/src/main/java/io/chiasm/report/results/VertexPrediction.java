package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.dataset.roi.RoiMask;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Responses of one vertex to held-out stimuli, measured and predicted.
 *
 * @param vertex index
 * @param rois that the vertex lies in
 * @param condition whose models predict
 * @param chosen whether the study names the vertex; else it is the one with the highest score of
 *     the full model under the condition, of all participants and hemispheres
 * @param rows in ascending order of stimulus id, each held-out stimulus once
 * @param scores by model: the vertex's score, the mean over folds
 */
public record VertexPrediction(
    ParticipantId participant,
    Hemisphere hemisphere,
    int vertex,
    List<Roi> rois,
    Condition condition,
    boolean chosen,
    List<Row> rows,
    Map<Model, Double> scores) {
  public VertexPrediction {
    rois = List.copyOf(rois);
    rows = List.copyOf(rows);
    scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    if (rows.isEmpty() || scores.isEmpty()) {
      throw new IllegalArgumentException("vertex " + vertex + " has no prediction");
    }
  }

  /**
   * One held-out stimulus.
   *
   * @param fold that holds it out
   * @param predicted by model
   */
  public record Row(StimulusId stimulus, int fold, double measured, Map<Model, Double> predicted) {
    public Row {
      predicted = Collections.unmodifiableMap(new EnumMap<>(predicted));
    }

    /** NaN if the model predicts nothing. */
    public double predicted(Model model) {
      return predicted.getOrDefault(model, Double.NaN);
    }
  }

  /** NaN if the model has no score. */
  public double score(Model model) {
    return scores.getOrDefault(model, Double.NaN);
  }

  /** The ROIs of these masks that a vertex lies in. */
  public static List<Roi> rois(List<RoiMask> masks, int vertex) {
    return masks.stream()
        .filter(mask -> mask.id(vertex) != 0)
        .map(mask -> new Roi(mask.roiClass(), mask.names().getOrDefault(mask.id(vertex), "?")))
        .toList();
  }
}
