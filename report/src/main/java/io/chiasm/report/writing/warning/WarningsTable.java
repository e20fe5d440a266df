package io.chiasm.report.writing.warning;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.util.List;

/**
 * {@code tables/warnings.csv}: every warning, one row each, where the report and the terminal have
 * a sentence for each kind. What does not apply is empty; {@code count} of {@code of} are affected,
 * both 0 where nothing is counted.
 */
public final class WarningsTable {
  private WarningsTable() {}

  public static Table of(List<Warning> warnings) {
    Table table =
        new Table(
            Column.text("kind"),
            Column.text("file"),
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.text("roi"),
            Column.text("model"),
            Column.count("count"),
            Column.count("of"),
            Column.text("sentence"));
    for (Warning warning : warnings) {
      WarningPlace place = warning.place();
      table.row(
          warning.kind().label(),
          place.file(),
          place.participant(),
          place.hemisphere(),
          place.network(),
          place.layer(),
          place.tensor(),
          place.split(),
          place.regression(),
          place.roi(),
          place.model(),
          warning.count(),
          warning.of(),
          warning.sentence());
    }
    return table;
  }
}
