package io.chiasm.report.results;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.ceiling.NoiseCeilings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores beside noise ceilings, collected cell by cell. */
public final class NormalisedScores {
  private final List<NoiseCeilings> ceilings;
  private final List<NormalisedScore> rows = new ArrayList<>();
  private final LastHemisphere rois;

  public NormalisedScores(MaskSource masks, List<NoiseCeilings> ceilings) {
    this.ceilings = List.copyOf(ceilings);
    this.rois = LastHemisphere.of(masks);
  }

  /**
   * Adds a cell, if its hemisphere has a ceiling.
   *
   * @throws InputException if the ceiling has another number of vertices than the scores
   */
  public void add(EncodingCell cell) {
    for (NoiseCeilings kind : ceilings) {
      kind.of(cell.participant(), cell.hemisphere())
          .ifPresent(ceiling -> add(cell, kind.kind(), ceiling));
    }
  }

  /** One row per cell, kind of ceiling, model and ROI, in the order of the cells. */
  public List<NormalisedScore> rows() {
    return List.copyOf(rows);
  }

  private void add(EncodingCell cell, NoiseCeilings.Kind kind, float[] ceiling) {
    for (Model model : Model.values()) {
      String score = Quantity.score(model).label();
      String r2 = Quantity.r2(model).label();
      if (cell.has(score) && cell.has(r2)) {
        float[] scores = cell.values(score);
        require(cell, scores.length, ceiling.length);
        float[] explained = cell.values(r2);
        for (RoiVertices roi : rois.of(cell, scores.length)) {
          rows.add(row(cell, kind, model, roi, scores, explained, ceiling));
        }
      }
    }
  }

  private static NormalisedScore row(
      EncodingCell cell,
      NoiseCeilings.Kind kind,
      Model model,
      RoiVertices roi,
      float[] scores,
      float[] explained,
      float[] ceiling) {
    double[] sums = new double[4];
    int count = 0;
    for (int v : roi.vertices()) {
      if (!Float.isNaN(scores[v]) && !Float.isNaN(explained[v]) && !Float.isNaN(ceiling[v])) {
        sums[0] += scores[v];
        sums[1] += ceiling[v];
        sums[2] += explained[v];
        // With its sign: squares of noise around zero would raise a low ceiling.
        sums[3] += (double) ceiling[v] * Math.abs(ceiling[v]);
        count++;
      }
    }
    return new NormalisedScore(
        cell.participant(),
        cell.hemisphere(),
        cell.condition(),
        roi.roi(),
        model,
        kind,
        sums[0] / count,
        sums[1] / count,
        sums[2] / count,
        sums[3] / count,
        roi.vertices().length,
        count);
  }

  private static void require(EncodingCell cell, int scores, int ceilings) {
    if (scores != ceilings) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "the noise ceiling of %s %s has %d vertices, the scores have %d",
              cell.participant(),
              cell.hemisphere().label(),
              ceilings,
              scores));
    }
  }
}
