package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.Extent.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What bars show, in words: between which bars each series lies. */
final class BarWords {
  private final BarFigure figure;

  BarWords(BarFigure figure) {
    this.figure = figure;
  }

  List<String> findings() {
    return figure.panels().stream().map(this::panel).toList();
  }

  private String panel(Panel panel) {
    return IntStream.range(0, figure.series().size())
        .mapToObj(index -> series(panel, index))
        .collect(Collectors.joining("; ", panel.title() + ": ", ""));
  }

  private String series(Panel panel, int index) {
    List<Named> means =
        panel.groups().stream()
            .map(group -> new Named(name(panel, group), group.bars().get(index).mean()))
            .toList();
    return figure.series().get(index).label() + " " + Extent.of(means) + marks(panel, index);
  }

  private static String marks(Panel panel, int index) {
    List<Bar> bars = panel.groups().stream().map(group -> group.bars().get(index)).toList();
    long marked = bars.stream().filter(bar -> !bar.mark().isEmpty()).count();
    return marked == 0 ? "" : ", " + marked + " of " + bars.size() + " marked";
  }

  /** With its section where the label alone would name two groups. */
  private static String name(Panel panel, Group group) {
    long same = panel.groups().stream().filter(g -> g.label().equals(group.label())).count();
    return same == 1 ? group.label() : group.label() + ", " + group.section();
  }
}
