package io.chiasm.report.results;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.dataset.roi.RoiMask;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One pass over a study's cells, one cell's arrays in memory at a time. Cells are taken in the
 * study's order, whatever order they are given in.
 */
public final class Summariser {
  private final MaskSource masks;
  private final StudyOrder study;
  private final RoiOrder order = new RoiOrder();
  private final LastHemisphere rois = new LastHemisphere(this::load);

  public Summariser(StudyOrder study, MaskSource masks) {
    this.study = study;
    this.masks = masks;
  }

  /**
   * @param visitor sees every cell while its arrays are in memory
   * @throws io.chiasm.contracts.failure.InputException if arrays and masks do not fit each other
   * @throws IllegalArgumentException if a cell comes twice
   */
  public StudyScores summarise(List<? extends EncodingCell> cells, Consumer<EncodingCell> visitor) {
    StudyScores scores = none();
    Set<String> seen = new HashSet<>();
    for (EncodingCell cell : cells.stream().sorted(study.cells()).toList()) {
      String name = cell.owner() + " " + cell.condition();
      if (!seen.add(name)) {
        throw new IllegalArgumentException("cell comes twice: " + name);
      }
      EncodingCell loaded = new LoadedCell(cell);
      scores.add(summary(loaded));
      visitor.accept(loaded);
    }
    return scores;
  }

  /** One cell's means over its ROIs. */
  List<RoiScores> summary(EncodingCell loaded) {
    return CellSummary.of(loaded, rois.of(loaded, vertices(loaded)));
  }

  /** Scores without a cell; cells are added in the study's order. */
  StudyScores none() {
    return new StudyScores(study.conditions(), order);
  }

  private List<RoiVertices> load(ParticipantHemisphere owner, int vertices) {
    List<RoiMask> found = masks.masks(owner.participant(), owner.hemisphere());
    found.forEach(order::learn);
    return RoiVertices.of(owner, vertices, found).stream()
        .sorted(Comparator.comparing(RoiVertices::roi, order))
        .toList();
  }

  private static int vertices(EncodingCell cell) {
    return cell.names().isEmpty() ? 0 : cell.values(cell.names().get(0)).length;
  }
}
