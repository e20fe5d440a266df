package io.chiasm.aggregator.geometry;

import io.chiasm.aggregator.table.Column;
import io.chiasm.aggregator.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * {@code tables/geometry.csv}: where each layer's columns look, in pixels of the network's input,
 * one row per network × layer.
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
                l.mixing().name().toLowerCase(Locale.ROOT)));
    return table;
  }
}
