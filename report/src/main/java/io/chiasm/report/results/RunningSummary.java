package io.chiasm.report.results;

import java.util.List;
import java.util.TreeMap;

/**
 * ROI means of a study's cells as they are finished. Arrays of a cell are read once, when it comes.
 * Not for several threads.
 */
public final class RunningSummary {
  private final Summariser summariser;
  private final TreeMap<EncodingCell, List<RoiScores>> cells;

  public RunningSummary(StudyOrder study, MaskSource masks) {
    this.summariser = new Summariser(study, masks);
    this.cells = new TreeMap<>(study.cells());
  }

  /**
   * Adds a finished cell, whatever the order; quickest if those of a hemisphere come together.
   *
   * @throws io.chiasm.contracts.failure.InputException if arrays and masks do not fit each other
   */
  public void add(EncodingCell cell) {
    cells.put(cell, summariser.summary(new LoadedCell(cell)));
  }

  /** How many cells were added. */
  public int size() {
    return cells.size();
  }

  /** The same as all at once would give. */
  public StudyScores scores() {
    StudyScores scores = summariser.none();
    cells.values().forEach(scores::add);
    return scores;
  }
}
