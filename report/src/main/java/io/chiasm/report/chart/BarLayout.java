package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Group;
import java.util.List;

/** Where things stand in a figure of bars; lengths in points. */
final class BarLayout {
  static final double LEFT = 50;
  static final double RIGHT = 12;
  static final double PLOT_HEIGHT = 118;
  static final double PANEL_HEAD = 34;
  static final double LABEL_GAP = 5;
  private static final double PREFERRED_WIDTH = 700;
  private static final double LEAST_WIDTH = 380;
  private static final double LEAST_BAR = 3;
  private static final double WIDEST_BAR = 15;
  private static final double GROUP_GAP = 5;
  private static final double WIDEST_GROUP = 75;
  private static final double PANEL_GAP = 10;

  /** Letters that run up to the right take this share of their length in height. */
  private static final double SLOPE = Math.sqrt(0.5);

  private final double bar;
  private final double group;
  private final double width;
  private final boolean sloped;
  private final double labelHeight;

  BarLayout(BarFigure figure) {
    int groups = figure.panels().stream().mapToInt(p -> p.groups().size()).max().orElse(1);
    int bars = figure.series().size();
    double room = PREFERRED_WIDTH / Math.max(groups, 1) - GROUP_GAP;
    this.bar = Math.min(WIDEST_BAR, Math.max(LEAST_BAR, room / bars));
    double spread = Math.min(WIDEST_GROUP, (LEAST_WIDTH - LEFT - RIGHT) / Math.max(groups, 1));
    this.group = Math.max(bars * bar + GROUP_GAP, Math.max(spread, Look.TICK.size() + 2));
    this.width = Math.max(LEAST_WIDTH, LEFT + groups * group + RIGHT);
    double widest = widestLabel(figure);
    this.sloped = widest > group - 2;
    this.labelHeight = sloped ? widest * SLOPE + Look.TICK.size() : Look.TICK.size() + 2;
  }

  private static double widestLabel(BarFigure figure) {
    return figure.panels().stream()
        .flatMap(panel -> panel.groups().stream())
        .mapToDouble(g -> Look.TICK.width(g.label()))
        .max()
        .orElse(0);
  }

  double width() {
    return width;
  }

  double bar() {
    return bar;
  }

  double group() {
    return group;
  }

  /** Whether group labels are written at a slope, since they are wider than their group. */
  boolean sloped() {
    return sloped;
  }

  /** Height of one panel with its heading and the labels below. */
  double panelHeight() {
    return PANEL_HEAD + PLOT_HEIGHT + LABEL_GAP + labelHeight + PANEL_GAP;
  }

  /** Left edge of a group. */
  double groupLeft(int index) {
    return LEFT + index * group;
  }

  /** Left edge of a bar within a group. */
  double barLeft(int index, int bars, int series) {
    return groupLeft(index) + (group - bars * bar) / 2 + series * bar;
  }

  /** Index after the last group of the section that begins at {@code from}. */
  static int sectionEnd(List<Group> groups, int from) {
    int end = from;
    while (end < groups.size() && groups.get(end).section().equals(groups.get(from).section())) {
      end++;
    }
    return end;
  }
}
