package io.chiasm.report.figure;

import io.chiasm.contracts.brain.Model;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.NormalisedScore;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How well the standard model predicts: raw scores beside the noise ceilings, then as a share of
 * those that the study gives. Layers stand side by side, a panel per network.
 */
final class PerformanceFigures {
  private static final String TITLE = "Performance of the standard encoding model";
  private static final String GIVEN =
      "Noise ceiling, given: root of the explainable share of variance that the study gives"
          + " (dataset.noise_ceiling). ";
  private static final String UNITS = "participants × hemispheres";

  private final StudyView view;
  private final List<NormalisedScore> rows;
  private final List<NoiseCeilings.Kind> kinds;
  private final List<Roi> rois;

  /**
   * @param rows scores beside ceilings; empty if there are no ceilings
   */
  PerformanceFigures(StudyView view, List<NormalisedScore> rows) {
    this.view = view;
    this.rows = rows.stream().filter(row -> row.model() == Model.FULL).toList();
    this.kinds =
        Arrays.stream(NoiseCeilings.Kind.values())
            .filter(kind -> this.rows.stream().anyMatch(row -> row.kind() == kind))
            .toList();
    this.rois = BarGroups.allLast(view.scores().rois());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(raw());
    if (kinds.contains(NoiseCeilings.Kind.GIVEN)) {
      figures.addAll(normalised());
    }
    return figures;
  }

  private List<Figure> raw() {
    List<Series> series = new ArrayList<>(layers());
    kinds.forEach(kind -> series.add(new Series(label(kind), colour(kind))));
    List<Panel> panels = panels(this::raw);
    return Pages.of(
        "performance",
        TITLE + " (full feature map)" + (kinds.isEmpty() ? "" : ", with noise ceilings"),
        "Pearson r",
        series,
        panels,
        UNITS,
        "Score: correlation (Pearson r) of predicted and measured responses to held-out stimuli,"
            + " mean over the vertices of an ROI. "
            + ceilings()
            + "Split: "
            + view.split()
            + ".");
  }

  /** Of ceilings given alone: a share of a lower bound would say more about the bound. */
  private List<Figure> normalised() {
    List<Panel> panels =
        panels(
            (network, roi) ->
                view.layers().stream().map(layer -> share(view.of(network, layer), roi)).toList());
    return Pages.of(
        "performance_normalised",
        TITLE + " as a share of the noise ceiling",
        "r / possible r",
        layers(),
        panels,
        UNITS,
        "Ratio of an ROI's mean score to its mean ceiling in each hemisphere, not cut off at 1; raw"
            + " scores: figures/performance.svg. "
            + GIVEN
            + "Split: "
            + view.split()
            + ".");
  }

  private List<List<Spread.Point>> raw(String network, Roi roi) {
    List<List<Spread.Point>> bars = new ArrayList<>();
    for (String layer : view.layers()) {
      bars.add(
          view.of(network, layer).stream()
              .flatMap(c -> view.scores().spread(c, roi, Quantity.SCORE_FULL).points().stream())
              .toList());
    }
    for (NoiseCeilings.Kind kind : kinds) {
      bars.add(
          view.of(network).stream()
              .map(condition -> points(condition, roi, kind, NormalisedScore::ceiling))
              .filter(points -> !points.isEmpty())
              .findFirst()
              .orElse(List.of()));
    }
    return bars;
  }

  private List<Spread.Point> share(List<Condition> conditions, Roi roi) {
    NoiseCeilings.Kind given = NoiseCeilings.Kind.GIVEN;
    return conditions.stream()
        .flatMap(c -> points(c, roi, given, NormalisedScore::scoreNormalised).stream())
        .toList();
  }

  private List<Spread.Point> points(
      Condition condition,
      Roi roi,
      NoiseCeilings.Kind kind,
      ToDoubleFunction<NormalisedScore> value) {
    return rows.stream()
        .filter(r -> r.kind() == kind && r.roi().equals(roi) && r.condition().equals(condition))
        .map(r -> new Spread.Point(r.participant(), r.hemisphere(), value.applyAsDouble(r)))
        .toList();
  }

  private List<Panel> panels(BiFunction<String, Roi, List<List<Spread.Point>>> bars) {
    return view.networks().stream()
        .map(
            network ->
                new Panel(
                    network,
                    rois.stream().map(roi -> group(roi, bars.apply(network, roi))).toList()))
        .toList();
  }

  private Group group(Roi roi, List<List<Spread.Point>> bars) {
    boolean dots = BarGroups.roomForDots(rois.size() * bars.size());
    return new Group(
        roi.name(),
        BarGroups.section(roi),
        bars.stream().map(points -> bar(new Spread(points), dots)).toList());
  }

  private static Bar bar(Spread spread, boolean dots) {
    List<Double> shown = dots ? spread.participantMeans() : List.of();
    return new Bar(spread.mean(), spread.sd(), spread.n(), shown);
  }

  private List<Series> layers() {
    List<String> layers = view.layers();
    return Stream.iterate(0, i -> i < layers.size(), i -> i + 1)
        .map(i -> new Series(layers.get(i), Palette.step(i, layers.size())))
        .toList();
  }

  private String ceilings() {
    StringBuilder text = new StringBuilder();
    if (kinds.contains(NoiseCeilings.Kind.GIVEN)) {
      text.append(GIVEN);
    }
    if (kinds.contains(NoiseCeilings.Kind.OTHERS)) {
      text.append(
          "Noise ceiling, lower bound: correlation with the mean response of the other participants"
              + " to the same stimuli; the true ceiling is higher. ");
    }
    return text.toString();
  }

  private static String label(NoiseCeilings.Kind kind) {
    return switch (kind) {
      case GIVEN -> "noise ceiling, given";
      case OTHERS -> "noise ceiling, lower bound";
    };
  }

  private static String colour(NoiseCeilings.Kind kind) {
    return switch (kind) {
      case GIVEN -> StudyColours.CEILING;
      case OTHERS -> StudyColours.LOWER_BOUND;
    };
  }
}
