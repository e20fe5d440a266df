package io.chiasm.report.geometry;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * {@code tables/callosa.csv}: of a split in the architecture, where each layer's columns look under
 * each callosum, in pixels of the network's input, and whether anything crosses the midline; one
 * row per split × network × layer.
 */
public final class CallosaTable {
  private CallosaTable() {}

  public static Table of(List<CallosalGeometry> layers) {
    Table table =
        new Table(
            Column.text("split"),
            Column.text("callosum"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("crosses"),
            Column.number("columns"),
            Column.number("stride"),
            Column.number("field_size"),
            Column.number("first_centre"),
            Column.number("last_centre"),
            Column.number("midline"),
            Column.number("left_distance"),
            Column.number("right_distance"),
            Column.text("mixing"));
    for (CallosalGeometry layer : layers) {
      LayerGeometry looks = layer.geometry();
      table.row(
          layer.split(),
          layer.callosum(),
          looks.network(),
          looks.layer(),
          looks.tensor(),
          layer.crosses() ? "yes" : "no",
          looks.columns(),
          looks.stride(),
          looks.size(),
          looks.firstCentre(),
          looks.lastCentre(),
          looks.midline(),
          looks.leftDistance(),
          looks.rightDistance(),
          looks.mixing().name().toLowerCase(Locale.ROOT));
    }
    return table;
  }
}
