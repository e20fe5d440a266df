package io.chiasm.report.figure;

import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.report.chart.CurveFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lateralisation against the depth at which hemifields are joined, a figure for each layer. */
final class CallosumFigures {
  /** Fewer make no course. */
  private static final int LEAST = 2;

  private static final String RETINOTOPIC = "prf-visualrois";

  private final SplitSpec split;
  private final List<StudyView> views;

  /**
   * @param own what the study's own networks show under the first callosum
   */
  CallosumFigures(SplitSpec split, StudyView own) {
    this.split = split;
    this.views = split.labels().stream().map(own::under).toList();
  }

  List<Figure> figures() {
    if (split.callosa().size() < LEAST) {
      return List.of();
    }
    List<String> networks = distinct(views.stream().flatMap(v -> v.networks().stream()));
    List<String> layers = distinct(views.stream().flatMap(v -> v.layers().stream()));
    List<Figure> figures = new ArrayList<>();
    for (int from = 0; from < networks.size(); from += Palette.categories()) {
      List<String> some =
          networks.subList(from, Math.min(networks.size(), from + Palette.categories()));
      String page = networks.size() > some.size() ? "_from-" + (from + 1) : "";
      layers.forEach(layer -> figures.addAll(figure(layer, some, page)));
    }
    return figures;
  }

  private static List<String> distinct(Stream<String> names) {
    return names.distinct().toList();
  }

  private List<Figure> figure(String layer, List<String> networks, String page) {
    List<CurveFigure.Curve> curves =
        IntStream.range(0, networks.size())
            .mapToObj(i -> new CurveFigure.Curve(networks.get(i), Palette.category(i)))
            .toList();
    List<CurveFigure.Panel> panels =
        rois()
            .map(
                roi ->
                    new CurveFigure.Panel(
                        roi.equals(Roi.ALL) ? "all vertices" : roi.name(),
                        networks.stream().map(network -> line(roi, network, layer)).toList()))
            .filter(panel -> panel.lines().stream().anyMatch(line -> line.size() >= LEAST))
            .toList();
    return panels.isEmpty()
        ? List.of()
        : List.of(
            new CurveFigure(
                "callosum_" + PathSegment.of(layer) + page,
                "Lateralisation against the callosum's depth — " + layer,
                "callosum",
                "r contra − r ipsi",
                caption(),
                curves,
                panels,
                split.callosa().stream().map(Callosum::label).toList(),
                true));
  }

  private Stream<Roi> rois() {
    List<Roi> rois =
        views.stream()
            .flatMap(v -> v.conditions().stream().flatMap(c -> v.scores().rois(c).stream()))
            .filter(roi -> roi.roiClass().equals(RETINOTOPIC))
            .distinct()
            .toList();
    return Stream.concat(rois.stream(), Stream.of(Roi.ALL));
  }

  private List<CurveFigure.Point> line(Roi roi, String network, String layer) {
    List<CurveFigure.Point> points = new ArrayList<>();
    for (int depth = 0; depth < views.size(); depth++) {
      StudyView view = views.get(depth);
      List<Spread.Point> values =
          view.of(network, layer).stream()
              .flatMap(c -> view.scores().spread(c, roi, Quantity.LATERALISATION).points().stream())
              .toList();
      Spread spread = new Spread(values);
      if (spread.n() > 0) {
        points.add(new CurveFigure.Point(depth, spread.mean(), spread.sd()));
      }
    }
    return points;
  }

  private static String caption() {
    return "Up to the callosum each hemifield runs through a copy of the network of its own; from"
        + " there on the network sees both. Callosa in the study's order; none: never joined. A"
        + " layer at or before the callosum is the same for every later one. Dots: mean over"
        + " participants × hemispheres; lines: ± 1 standard deviation. Every ROI:"
        + " tables/groups.csv; where the columns look: tables/callosa.csv.";
  }
}
