package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.stream.Stream;

/** The columns that every table of one ROI of one participant begins with. */
final class RoiColumns {
  private static final Column[] KEYS = {
    Column.text("participant"),
    Column.text("hemisphere"),
    Column.text("network"),
    Column.text("layer"),
    Column.text("tensor"),
    Column.text("split"),
    Column.text("regression"),
    Column.text("roi_class"),
    Column.text("roi")
  };

  private RoiColumns() {}

  /** A table with these columns after them. */
  static Table table(Column... values) {
    return new Table(Stream.of(KEYS, values).flatMap(Stream::of).toArray(Column[]::new));
  }

  /** A row with these values after theirs. */
  static Object[] row(
      ParticipantId participant,
      Hemisphere hemisphere,
      Condition condition,
      Roi roi,
      Object... values) {
    Object[] keys = {
      participant.value(),
      hemisphere.label(),
      condition.network(),
      condition.layer(),
      condition.tensor(),
      condition.split(),
      condition.regression(),
      roi.roiClass(),
      roi.name()
    };
    return Stream.of(keys, values).flatMap(Stream::of).toArray();
  }
}
