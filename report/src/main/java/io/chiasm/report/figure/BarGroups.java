package io.chiasm.report.figure;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of bars, one group per ROI: the visual hierarchy first, all vertices last. */
final class BarGroups {
  /** What a dot on a bar is. */
  static final String DOT = "one participant";

  /** More bars in a panel leave no room for dots on them. */
  private static final int BARS_WITH_DOTS = 130;

  private final StudyScores scores;
  private final Significance significance;

  BarGroups(StudyScores scores, Significance significance) {
    this.scores = scores;
    this.significance = significance;
  }

  /**
   * Where the bars of one series come from.
   *
   * @param conditions the one to show; empty for no bar
   * @param hemispheres those whose values count
   */
  record Source(List<Condition> conditions, Quantity quantity, List<Hemisphere> hemispheres) {
    Source {
      conditions = List.copyOf(conditions);
      hemispheres = List.copyOf(hemispheres);
    }

    /** Both hemispheres. */
    Source(List<Condition> conditions, Quantity quantity) {
      this(conditions, quantity, List.of(Hemisphere.values()));
    }

    private boolean both() {
      return hemispheres.size() == Hemisphere.values().length;
    }
  }

  /**
   * @param frame conditions whose ROIs are shown, so that panels have the same groups
   * @param sources one per series
   */
  List<Group> of(List<Condition> frame, List<Source> sources) {
    List<Roi> rois = allLast(scores.rois().stream().filter(roi -> shown(frame, roi)).toList());
    boolean dots = roomForDots(rois.size() * sources.size());
    return rois.stream().map(roi -> group(roi, sources, dots)).toList();
  }

  static List<Roi> allLast(List<Roi> rois) {
    List<Roi> ordered = new ArrayList<>(rois);
    if (ordered.remove(Roi.ALL)) {
      ordered.add(Roi.ALL);
    }
    return ordered;
  }

  /** Whether so many bars of a panel leave room for dots on them. */
  static boolean roomForDots(int bars) {
    return bars <= BARS_WITH_DOTS;
  }

  /** The heading over an ROI's bars. */
  static String section(Roi roi) {
    return roi.equals(Roi.ALL) ? "" : roi.roiClass();
  }

  private boolean shown(List<Condition> frame, Roi roi) {
    return frame.stream().anyMatch(condition -> scores.rois(condition).contains(roi));
  }

  private Group group(Roi roi, List<Source> sources, boolean dots) {
    return new Group(
        roi.name(), section(roi), sources.stream().map(s -> bar(roi, s, dots)).toList());
  }

  private Bar bar(Roi roi, Source source, boolean dots) {
    List<Spread.Point> points =
        source.conditions().stream()
            .flatMap(c -> scores.spread(c, roi, source.quantity()).points().stream())
            .filter(point -> source.hemispheres().contains(point.hemisphere()))
            .toList();
    Spread spread = new Spread(points);
    List<Double> shown = dots ? spread.participantMeans() : List.of();
    return new Bar(spread.mean(), spread.sd(), spread.n(), shown, mark(roi, source));
  }

  private String mark(Roi roi, Source source) {
    return source.conditions().stream()
        .filter(condition -> source.both())
        .map(condition -> significance.mark(condition, source.quantity(), roi))
        .findFirst()
        .orElse("");
  }

  /** Number of values behind the bars: {@code 16}, or {@code 9 to 16} where it differs. */
  static String counts(List<Panel> panels) {
    int[] counts =
        panels.stream()
            .flatMap(panel -> panel.groups().stream())
            .flatMap(group -> group.bars().stream())
            .mapToInt(Bar::n)
            .filter(n -> n > 0)
            .toArray();
    int most = IntStream.of(counts).max().orElse(0);
    int least = IntStream.of(counts).min().orElse(0);
    return least == most ? String.valueOf(most) : least + " to " + most;
  }
}
