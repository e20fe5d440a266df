package io.chiasm.report.figure;

import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Ends;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.statistics.Decomposed.Sides;
import io.chiasm.report.statistics.LeakTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the lateralisation of a layer's halves comes from, one figure for each network. */
public final class DecompositionFigures {
  /** Of the chapter. */
  public static final String ID = "decomposition";

  private static final String RETINOTOPIC = "prf-visualrois";

  /** With two panels each, more layers do not fit a page; the deepest are shown. */
  private static final int LAYERS = 3;

  private final List<Decomposed> rows;

  private DecompositionFigures(List<Decomposed> rows) {
    this.rows = rows;
  }

  /**
   * One figure for each network.
   *
   * @param rows at least one
   */
  public static Chapter chapter(List<Decomposed> rows) {
    List<String> networks = distinct(rows.stream().map(Decomposed::network));
    return new Chapter(
        ID,
        "Where a hemisphere's half goes",
        "A half of a feature map is not one hemifield: receptive fields cross the midline, gates"
            + " average over the whole map, and the columns of a late map are not centred on the"
            + " midline. Splits that each stop one of these take lateralisation apart.",
        networks.stream()
            .map(
                network ->
                    new DecompositionFigures(
                            rows.stream().filter(r -> r.network().equals(network)).toList())
                        .figure(network, networks.size() > 1))
            .toList());
  }

  private Figure figure(String network, boolean several) {
    List<LeakTerm> terms = shown();
    List<String> all = distinct(rows.stream().map(Decomposed::layer));
    List<String> layers = all.subList(Math.max(0, all.size() - LAYERS), all.size());
    List<Panel> panels = new ArrayList<>();
    for (Sides sides : Sides.values()) {
      layers.stream()
          .map(layer -> panel(network, layer, sides, terms))
          .filter(panel -> !panel.groups().isEmpty())
          .forEach(panels::add);
    }
    List<Series> series =
        IntStream.range(0, terms.size())
            .mapToObj(i -> new Series(terms.get(i).words(), colour(terms.get(i))))
            .toList();
    return new BarFigure(
        several ? ID + "_" + PathSegment.of(network) : ID,
        "Lateralisation taken apart — " + network,
        "r contra − r ipsi",
        "Bars: mean over participants (N = "
            + BarGroups.counts(panels)
            + "); lines: 95 % bootstrap interval over participants, from three on. The bars beside"
            + " lateralisation add up to it. Panels of the left less the right hemisphere: the same"
            + " terms of their difference. What each is: docs/explanation/numbers.md; all layers and"
            + " ROIs: tables/decomposition.csv.",
        BarGroups.DOT,
        series,
        panels);
  }

  /** Lateralisation and what adds up to it in any layer. */
  private List<LeakTerm> shown() {
    return Stream.of(LeakTerm.values())
        .filter(
            term ->
                term == LeakTerm.LATERALISATION
                    || rows.stream().anyMatch(row -> row.term() == term && row.adds()))
        .toList();
  }

  private Panel panel(String network, String layer, Sides sides, List<LeakTerm> terms) {
    List<Decomposed> here = rows.stream().filter(r -> r.isOf(network, layer, sides)).toList();
    List<Roi> rois =
        BarGroups.allLast(here.stream().map(Decomposed::roi).distinct().toList()).stream()
            .filter(roi -> roi.equals(Roi.ALL) || roi.roiClass().equals(RETINOTOPIC))
            .toList();
    String what = sides == Sides.MEAN ? "mean of both hemispheres" : "left − right hemisphere";
    return new Panel(
        layer + " · " + what,
        rois.stream()
            .map(
                roi ->
                    new Group(
                        roi.equals(Roi.ALL) ? "all vertices" : roi.name(),
                        "",
                        terms.stream().map(term -> bar(here, roi, term)).toList()))
            .toList());
  }

  private static Bar bar(List<Decomposed> rows, Roi roi, LeakTerm term) {
    return rows.stream()
        .filter(row -> row.roi().equals(roi) && row.term() == term)
        .filter(row -> row.adds() || term == LeakTerm.LATERALISATION)
        .findFirst()
        .map(
            r ->
                new Bar(
                    r.mean(),
                    Double.NaN,
                    r.n(),
                    List.of(),
                    "",
                    new Ends(r.interval().low(), r.interval().high())))
        .orElse(new Bar(Double.NaN, Double.NaN, 0, List.of()));
  }

  private static String colour(LeakTerm term) {
    return switch (term) {
      case LATERALISATION -> Palette.category(6);
      case OWN_HALF, REST -> Palette.category(0);
      case RECEPTIVE_FIELDS, CROSSING, CROSSING_APART -> Palette.category(2);
      case GATES -> Palette.category(1);
      case GRID -> Palette.category(4);
      case RESIDUAL -> Palette.category(7);
    };
  }

  private static List<String> distinct(Stream<String> names) {
    return names.distinct().toList();
  }
}
