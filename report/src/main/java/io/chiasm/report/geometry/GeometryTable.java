package io.chiasm.report.geometry;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * {@code tables/geometry.csv}: where each layer's columns and rows look, in pixels of the network's
 * input, one row per network × layer.
 */
public final class GeometryTable {
  private GeometryTable() {}

  public static Table of(List<LayerGeometry> layers) {
    Table table =
        new Table(
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.number("channels"),
            Column.number("rows"),
            Column.number("columns"),
            Column.number("stride"),
            Column.number("field_size"),
            Column.number("first_centre"),
            Column.number("last_centre"),
            Column.number("midline"),
            Column.number("left_distance"),
            Column.number("right_distance"),
            Column.number("row_stride"),
            Column.number("row_field_size"),
            Column.number("first_row_centre"),
            Column.number("last_row_centre"),
            Column.number("horizontal_midline"),
            Column.number("upper_distance"),
            Column.number("lower_distance"),
            Column.text("mixing"));
    layers.forEach(
        l ->
            table.row(
                l.network(),
                l.layer(),
                l.tensor(),
                l.channels(),
                l.rows(),
                l.columns(),
                l.stride(),
                l.size(),
                l.firstCentre(),
                l.lastCentre(),
                l.midline(),
                l.leftDistance(),
                l.rightDistance(),
                l.upDown().stride(),
                l.upDown().size(),
                l.upDown().firstCentre(),
                l.upDown().lastCentre(),
                l.upDown().midline(),
                l.upDown().upperDistance(),
                l.upDown().lowerDistance(),
                l.mixing().name().toLowerCase(Locale.ROOT)));
    return table;
  }
}
