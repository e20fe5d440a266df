package io.chiasm.report.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ROI means of all cells of a study, in the study's order: what tables and figures show. */
public final class StudyScores {
  private final RoiOrder order;
  private final List<RoiScores> rows = new ArrayList<>();
  private final Map<Condition, Map<Roi, List<RoiScores>>> byCondition;

  StudyScores(Comparator<Condition> conditions, RoiOrder order) {
    this.order = order;
    this.byCondition = new TreeMap<>(conditions);
  }

  /** Cells come in the study's order. */
  void add(List<RoiScores> cell) {
    for (RoiScores row : cell) {
      rows.add(row);
      byCondition
          .computeIfAbsent(row.condition(), condition -> new HashMap<>())
          .computeIfAbsent(row.roi(), roi -> new ArrayList<>())
          .add(row);
    }
  }

  /** Every row: by participant, hemisphere, network, layer, split, ROI. */
  public List<RoiScores> rows() {
    return List.copyOf(rows);
  }

  /** Every condition that has a cell: by network, layer, split. */
  public List<Condition> conditions() {
    return List.copyOf(byCondition.keySet());
  }

  /** The ROIs that have vertices in at least one hemisphere of the condition, in order. */
  public List<Roi> rois(Condition condition) {
    return byCondition.getOrDefault(condition, Map.of()).keySet().stream().sorted(order).toList();
  }

  /** The ROIs of all conditions, in order. */
  public List<Roi> rois() {
    return byCondition.values().stream()
        .flatMap(rois -> rois.keySet().stream())
        .distinct()
        .sorted(order)
        .toList();
  }

  /** One quantity of one ROI over participants × hemispheres; empty where nothing has it. */
  public Spread spread(Condition condition, Roi roi, Quantity quantity) {
    return new Spread(
        rows(condition, roi).stream()
            .map(r -> new Spread.Point(r.participant(), r.hemisphere(), r.mean(quantity)))
            .toList());
  }

  /** Whether any hemisphere has the quantity. */
  public boolean has(Condition condition, Roi roi, Quantity quantity) {
    return rows(condition, roi).stream().anyMatch(row -> row.has(quantity));
  }

  private List<RoiScores> rows(Condition condition, Roi roi) {
    return byCondition.getOrDefault(condition, Map.of()).getOrDefault(roi, List.of());
  }
}
