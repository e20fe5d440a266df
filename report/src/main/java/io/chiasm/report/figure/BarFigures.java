package io.chiasm.report.figure;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.figure.BarGroups.Source;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PathSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The study's figures of bars, under one split. */
final class BarFigures {
  private final StudyView view;
  private final BarGroups groups;
  private final Measure measure;

  BarFigures(StudyView view, Significance significance, Measure measure) {
    this.view = view;
    this.groups = new BarGroups(view.scores(), significance);
    this.measure = measure;
  }

  /** The models' predictions by ROI, a panel per layer. */
  List<Figure> prediction(String network) {
    List<Panel> panels =
        view.of(network).stream()
            .map(
                c ->
                    panel(
                        layer(c),
                        view.of(network),
                        measure.models().stream().map(m -> new Source(List.of(c), m.quantity()))))
            .toList();
    List<Series> series =
        measure.models().stream().map(m -> new Series(m.label(), m.colour())).toList();
    String id = measure.prefix() + "prediction_" + PathSegment.of(network);
    return pages(id, measure.title() + " — " + network, measure.axis(), series, panels);
  }

  /** The models' predictions by ROI, a panel for each of these conditions. */
  List<Figure> compared(String id, String title, List<Condition> conditions) {
    List<Panel> panels =
        conditions.stream()
            .map(
                c ->
                    panel(
                        c.network() + " · " + layer(c),
                        conditions,
                        measure.models().stream().map(m -> new Source(List.of(c), m.quantity()))))
            .toList();
    List<Series> series =
        measure.models().stream().map(m -> new Series(m.label(), m.colour())).toList();
    return pages(measure.prefix() + id, title, measure.axis(), series, panels);
  }

  /** Lateralisation by ROI, layers side by side, a panel per network. */
  List<Figure> byLayer() {
    List<Panel> panels =
        each(
            view.networks(),
            network -> layers(l -> new Source(view.of(network, l), measure.difference())));
    String id = measure.prefix() + "lateralisation_by-layer" + suffix();
    return pages(
        id,
        measure.differenceTitle() + " by layer" + under(),
        measure.differenceAxis(),
        depths(),
        panels);
  }

  /** Lateralisation by ROI, networks side by side, a panel per layer. */
  List<Figure> byNetwork() {
    List<Figure> figures = new ArrayList<>();
    List<String> networks = view.networks();
    int others = Palette.categories() - 1;
    for (int from = 1; from < networks.size(); from += others) {
      List<String> shown = new ArrayList<>(networks.subList(0, 1));
      shown.addAll(networks.subList(from, Math.min(from + others, networks.size())));
      figures.addAll(byNetwork(shown, Pages.suffix((from - 1) / others)));
    }
    return figures;
  }

  /** The first network against others. */
  private List<Figure> byNetwork(List<String> shown, String page) {
    List<Series> series =
        IntStream.range(0, shown.size())
            .mapToObj(i -> new Series(shown.get(i), Palette.category(i)))
            .toList();
    List<Panel> panels =
        each(
            view.layers(),
            layer ->
                shown.stream()
                    .map(n -> new Source(view.of(n, layer), measure.difference()))
                    .toList());
    String id = measure.prefix() + "lateralisation_by-network" + page;
    return pages(
        id, measure.differenceTitle() + " by network", measure.differenceAxis(), series, panels);
  }

  /** Left and right hemisphere in the last layer, a panel per network. */
  List<Figure> hemispheres() {
    List<Series> series =
        List.of(
            new Series("left hemisphere", StudyColours.LEFT),
            new Series("right hemisphere", StudyColours.RIGHT));
    List<Panel> panels =
        each(
            view.networks(),
            network ->
                List.of(Hemisphere.values()).stream()
                    .map(h -> new Source(last(network), measure.difference(), List.of(h)))
                    .toList());
    String layers =
        view.networks().stream()
            .flatMap(network -> last(network).stream())
            .map(Condition::layer)
            .distinct()
            .collect(Collectors.joining(", "));
    String title = measure.differenceTitle() + " by hemisphere in the last layer (" + layers + ")";
    return pages(
        measure.prefix() + "hemispheres" + suffix(),
        title + under(),
        measure.differenceAxis(),
        series,
        panels,
        "participants");
  }

  private List<Condition> last(String network) {
    List<Condition> layers = view.of(network);
    return layers.subList(Math.max(0, layers.size() - 1), layers.size());
  }

  private String suffix() {
    return measure.own() ? "" : "_" + PathSegment.of(view.split());
  }

  /** A control says in its title that it is one. */
  private String under() {
    return measure.own() ? "" : ", control " + view.split();
  }

  private List<Series> depths() {
    List<String> layers = view.layers();
    return IntStream.range(0, layers.size())
        .mapToObj(i -> new Series(layers.get(i), Palette.step(i, layers.size())))
        .toList();
  }

  private List<Source> layers(Function<String, Source> source) {
    return view.layers().stream().map(source).toList();
  }

  private List<Panel> each(List<String> titles, Function<String, List<Source>> sources) {
    return titles.stream()
        .map(title -> panel(title, view.conditions(), sources.apply(title).stream()))
        .toList();
  }

  private Panel panel(
      String title, List<Condition> frame, java.util.stream.Stream<Source> sources) {
    return new Panel(title, groups.of(frame, sources.toList()));
  }

  private List<Figure> pages(
      String id, String title, String axis, List<Series> series, List<Panel> panels) {
    return pages(id, title, axis, series, panels, "participants × hemispheres");
  }

  private List<Figure> pages(
      String id, String title, String axis, List<Series> series, List<Panel> panels, String units) {
    return Pages.of(
        id, title, axis, series, panels, units, measure.explanation() + view.split() + ".");
  }

  private static String layer(Condition condition) {
    return condition.layer().equals(condition.tensor())
        ? condition.layer()
        : condition.layer() + " (" + condition.tensor() + ")";
  }
}
