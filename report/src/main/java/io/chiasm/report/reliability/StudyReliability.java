package io.chiasm.report.reliability;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.FoldLateralisation;
import io.chiasm.report.results.FoldMeans;
import io.chiasm.report.results.FoldSummary;
import io.chiasm.report.results.MaskSource;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Halves of folds and parts of variance of a study, collected cell by cell. */
public final class StudyReliability {
  private final FoldSummary summary;
  private final List<SplitHalf> halves = new ArrayList<>();

  public StudyReliability(MaskSource masks) {
    this.summary = new FoldSummary(masks);
  }

  /** Adds a cell, if it has scores by fold. */
  public void add(EncodingCell cell) {
    FoldLateralisation lateralisation = FoldLateralisation.of(cell);
    SplitHalf.of(cell, lateralisation).ifPresent(halves::add);
    summary.add(cell, lateralisation);
  }

  /** One per cell with at least two folds, in the order of the cells. */
  public List<SplitHalf> halves() {
    return List.copyOf(halves);
  }

  /** By network or group of seeds, layer, split, then ROI. */
  public List<VarianceOfRoi> variances(Study study, StudyScores scores) {
    Map<Condition, Map<Roi, List<FoldMeans>>> found = new HashMap<>();
    summary
        .rows()
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.condition(), condition -> new HashMap<>())
                    .computeIfAbsent(row.roi(), roi -> new ArrayList<>())
                    .add(row));
    List<VarianceOfRoi> variances = new ArrayList<>();
    for (SeedGroup group : SeedGroup.of(study)) {
      scores.conditions().stream()
          .filter(condition -> condition.network().equals(group.networks().get(0)))
          .forEach(condition -> add(variances, group, condition, scores, found));
    }
    return variances;
  }

  private static void add(
      List<VarianceOfRoi> variances,
      SeedGroup group,
      Condition condition,
      StudyScores scores,
      Map<Condition, Map<Roi, List<FoldMeans>>> found) {
    for (Roi roi : scores.rois(condition)) {
      List<List<FoldMeans>> seeds =
          group.networks().stream()
              .map(network -> condition.of(network))
              .map(same -> found.getOrDefault(same, Map.of()).getOrDefault(roi, List.of()))
              .toList();
      BalancedValues.of(seeds)
          .ifPresent(values -> variances.add(values.variance(group, condition, roi)));
    }
  }
}
