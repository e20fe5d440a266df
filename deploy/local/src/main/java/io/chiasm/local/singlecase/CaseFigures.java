package io.chiasm.local.singlecase;

import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The case beside the others, ROI by ROI, a panel per network, layer and hemisphere. */
public final class CaseFigures {
  private static final int PANELS = 4;
  private static final double LEVEL = 0.05;

  private CaseFigures() {}

  /** Of the split of the study's first test, which is the study's own. */
  public static List<Figure> of(CaseStudy study) {
    String split = study.tests().get(0).split();
    List<CaseComparison> shown =
        study.tests().stream().filter(test -> test.split().equals(split)).toList();
    List<Panel> panels =
        shown.stream()
            .map(CaseFigures::title)
            .distinct()
            .map(title -> new Panel(title, groups(shown, title)))
            .toList();
    List<Figure> pages = new ArrayList<>();
    IntStream.iterate(0, from -> from < panels.size(), from -> from + PANELS)
        .forEach(
            from ->
                pages.add(
                    new BarFigure(
                        "single_case" + (from == 0 ? "" : "_" + (from / PANELS + 1)),
                        "Lateralisation of " + study.participant() + " against the others",
                        "r contra − r ipsi",
                        caption(study.participant(), shown, split),
                        "one participant",
                        List.of(
                            new Series("others", Palette.category(0)),
                            new Series(study.participant(), Palette.category(2))),
                        panels.subList(from, Math.min(from + PANELS, panels.size())))));
    return pages;
  }

  private static String title(CaseComparison test) {
    return test.network() + " · " + test.layer() + " · " + test.hemisphere();
  }

  /** All vertices last, as in the report. */
  private static List<Group> groups(List<CaseComparison> tests, String title) {
    List<CaseComparison> ordered = new ArrayList<>();
    tests.stream().filter(test -> !test.roi().equals(Roi.ALL)).forEach(ordered::add);
    tests.stream().filter(test -> test.roi().equals(Roi.ALL)).forEach(ordered::add);
    return ordered.stream()
        .filter(test -> title(test).equals(title))
        .map(CaseFigures::group)
        .toList();
  }

  private static Group group(CaseComparison test) {
    Bar others =
        new Bar(test.result().mean(), test.result().sd(), test.result().n(), test.others());
    Bar own =
        new Bar(test.result().value(), Double.NaN, 1, List.of(), test.bh() < LEVEL ? "*" : "");
    String section = test.roi().equals(Roi.ALL) ? "" : test.roi().roiClass();
    return new Group(test.roi().name(), section, List.of(others, own));
  }

  private static String caption(String participant, List<CaseComparison> tests, String split) {
    int most = tests.stream().mapToInt(test -> test.result().n()).max().orElse(0);
    int least = tests.stream().mapToInt(test -> test.result().n()).min().orElse(0);
    return "Bars: "
        + participant
        + ", and the mean of the others (N = "
        + (least == most ? "" : least + " to ")
        + most
        + ") in the same hemisphere; lines: ± 1 standard deviation; dots: others. *: p < "
        + LEVEL
        + " (Crawford–Howell, two-sided, corrected for false discoveries over ROIs and layers)."
        + " Split: "
        + split
        + ".";
  }
}
