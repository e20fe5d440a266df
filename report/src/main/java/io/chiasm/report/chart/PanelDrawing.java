package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.Locale;

/** Draws one panel: heading, axis, sections, groups of bars, labels. */
final class PanelDrawing {
  private static final double TITLE_BASE = 12;
  private static final double SECTION_BASE = 26;
  private static final double TICK_LENGTH = 3;
  private static final double AXIS_LABEL_X = 14;

  private final BarFigure figure;
  private final Panel panel;
  private final Axis axis;
  private final BarLayout layout;
  private final Drawing drawing;

  PanelDrawing(BarFigure figure, Panel panel, Axis axis, BarLayout layout, Drawing drawing) {
    this.figure = figure;
    this.panel = panel;
    this.axis = axis;
    this.layout = layout;
    this.drawing = drawing;
  }

  void draw(double top) {
    double plotTop = top + BarLayout.PANEL_HEAD;
    drawing.text(BarLayout.LEFT, top + TITLE_BASE, Anchor.START, Look.PANEL, panel.title());
    grid(plotTop);
    sections(top, plotTop);
    List<Group> groups = panel.groups();
    for (int i = 0; i < groups.size(); i++) {
      for (int s = 0; s < figure.series().size(); s++) {
        bar(plotTop, i, s);
      }
      label(groups.get(i).label(), i, plotTop + BarLayout.PLOT_HEIGHT + BarLayout.LABEL_GAP);
    }
    zeroLine(plotTop);
  }

  private double y(double plotTop, double value) {
    return plotTop + BarLayout.PLOT_HEIGHT * (1 - axis.share(value));
  }

  private double right() {
    return layout.groupLeft(panel.groups().size());
  }

  private void grid(double plotTop) {
    for (double tick : axis.ticks()) {
      double y = y(plotTop, tick);
      drawing.line(BarLayout.LEFT, y, right(), y, Look.FAINT, 0.6);
      drawing.line(BarLayout.LEFT - TICK_LENGTH, y, BarLayout.LEFT, y, Look.INK, 0.6);
      double base = y + Look.TICK.size() * Look.HALF_HEIGHT;
      drawing.text(BarLayout.LEFT - 5, base, Anchor.END, Look.TICK, axis.label(tick));
    }
    double bottom = plotTop + BarLayout.PLOT_HEIGHT;
    drawing.line(BarLayout.LEFT, plotTop, BarLayout.LEFT, bottom, Look.INK, 0.6);
    double middle = plotTop + BarLayout.PLOT_HEIGHT / 2;
    drawing.text(AXIS_LABEL_X, middle, Anchor.MIDDLE, Look.LABEL, -90, figure.axis());
  }

  private void zeroLine(double plotTop) {
    double zero = y(plotTop, 0);
    drawing.line(BarLayout.LEFT, zero, right(), zero, Look.INK, 0.8);
  }

  /** Headings of sections and faint lines between them. */
  private void sections(double top, double plotTop) {
    List<Group> groups = panel.groups();
    for (int from = 0; from < groups.size(); ) {
      int end = BarLayout.sectionEnd(groups, from);
      double left = layout.groupLeft(from);
      double width = layout.groupLeft(end) - left;
      if (from > 0) {
        drawing.line(
            left,
            plotTop - SECTION_BASE / 2,
            left,
            plotTop + BarLayout.PLOT_HEIGHT,
            Look.FAINT,
            0.8);
      }
      String heading = heading(groups.get(from).section(), width - 2);
      if (heading.length() > 1) {
        double middle = left + width / 2;
        drawing.text(middle, top + SECTION_BASE, Anchor.MIDDLE, Look.SECTION, heading);
      }
      from = end;
    }
  }

  /** Where the whole name is too long, what tells it from its neighbours: {@code bodies}. */
  private static String heading(String section, double width) {
    boolean fits = Look.SECTION.width(section) <= width;
    String name = fits ? section : section.substring(section.lastIndexOf('-') + 1);
    return TextLines.shortened(name, Look.SECTION, width);
  }

  private void bar(double plotTop, int group, int index) {
    Series series = figure.series().get(index);
    Bar bar = panel.groups().get(group).bars().get(index);
    if (!Double.isNaN(bar.mean())) {
      double left = layout.barLeft(group, figure.series().size(), index);
      new BarShape(bar, left, layout.bar(), value -> y(plotTop, value))
          .draw(drawing, series.colour(), hover(panel.groups().get(group), series, bar));
    }
  }

  private String hover(Group group, Series series, Bar bar) {
    String where = group.section().isEmpty() ? "" : " (" + group.section() + ")";
    return String.format(
        Locale.ROOT,
        "%s · %s%s · %s: %s%s, N = %d",
        panel.title(),
        group.label(),
        where,
        series.label(),
        DecimalText.three(bar.mean()),
        spread(bar),
        bar.n());
  }

  private static String spread(Bar bar) {
    return bar.hasInterval()
        ? " (" + DecimalText.range(bar.ends().low(), bar.ends().high()) + ")"
        : " ± " + DecimalText.three(bar.sd());
  }

  private void label(String label, int group, double top) {
    double middle = layout.groupLeft(group) + layout.group() / 2;
    double size = Look.TICK.size();
    if (layout.sloped()) {
      double x = middle + size * Look.HALF_HEIGHT;
      drawing.text(x, top + size * 0.6, Anchor.END, Look.TICK, -45, label);
    } else {
      drawing.text(middle, top + size * 0.8, Anchor.MIDDLE, Look.TICK, label);
    }
  }
}
