package io.chiasm.local.power;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code power.csv}: one row per number of participants × true mean lateralisation. {@code low} and
 * {@code high} bound the power with 95 % confidence for the number of studies made; {@code
 * measured} and {@code sd} are what the studies measured, {@code d_z} their ratio; {@code p_least}
 * is the smallest p that the participants can reach.
 */
public final class PowerTable {
  private PowerTable() {}

  public static Table of(PowerReport report) {
    Table table =
        new Table(
            Column.count("n_participants"),
            Column.number("effect"),
            Column.number("power"),
            Column.number("low"),
            Column.number("high"),
            Column.number("measured"),
            Column.number("sd"),
            Column.number("d_z"),
            Column.number("p_least"),
            Column.number("alpha"),
            Column.count("studies"));
    for (LeastDifference least : report.power().least()) {
      for (PowerPoint point : report.power().points()) {
        if (point.participants() == least.participants()) {
          table.row(
              point.participants(),
              point.effect(),
              point.power(),
              point.low(),
              point.high(),
              point.measured(),
              point.sd(),
              point.dz(),
              least.p(),
              report.test().alpha(),
              report.test().studies());
        }
      }
    }
    return table;
  }
}
