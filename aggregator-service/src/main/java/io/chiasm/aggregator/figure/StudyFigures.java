package io.chiasm.aggregator.figure;

import io.chiasm.aggregator.figure.BarFigure.Group;
import io.chiasm.aggregator.figure.BarFigure.Panel;
import io.chiasm.aggregator.figure.BarFigure.Series;
import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.PathSegment;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.aggregator.results.StudyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of a study, in the order of its argument. */
public final class StudyFigures {
  /** More panels do not fit a page. */
  private static final int PANELS = 4;

  private static final String SCORE = "Pearson r";
  private static final String DIFFERENCE = "r contra − r ipsi";

  private final StudyScores scores;
  private final String split;
  private final List<Condition> conditions;
  private final BarGroups groups;

  private StudyFigures(StudyScores scores, String split) {
    this.scores = scores;
    this.split = split;
    this.conditions =
        scores.conditions().stream().filter(condition -> condition.split().equals(split)).toList();
    this.groups = new BarGroups(scores);
  }

  /**
   * Prediction by ROI for every network; contra − ipsi by layer for every network; contra − ipsi by
   * network for every layer, if there are several networks.
   *
   * @param split name of the split to show, such as {@code features}
   */
  public static List<Figure> of(StudyScores scores, String split) {
    StudyFigures figures = new StudyFigures(scores, split);
    List<Figure> all = new ArrayList<>();
    figures.networks().forEach(network -> all.addAll(figures.prediction(network)));
    all.addAll(figures.byLayer());
    all.addAll(figures.byNetwork());
    return all;
  }

  private List<String> networks() {
    return conditions.stream().map(Condition::network).distinct().toList();
  }

  private List<String> layers() {
    return conditions.stream().map(Condition::layer).distinct().toList();
  }

  private List<Condition> of(String network) {
    return conditions.stream().filter(condition -> condition.network().equals(network)).toList();
  }

  private List<Figure> prediction(String network) {
    List<Series> series =
        List.of(
            new Series("full", Palette.FULL),
            new Series("contralateral", Palette.CONTRA),
            new Series("ipsilateral", Palette.IPSI));
    List<Quantity> quantities =
        List.of(Quantity.SCORE_FULL, Quantity.SCORE_CONTRA, Quantity.SCORE_IPSI);
    List<Panel> panels = new ArrayList<>();
    for (Condition condition : of(network)) {
      List<BarGroups.Source> sources =
          quantities.stream().map(q -> new BarGroups.Source(List.of(condition), q)).toList();
      panels.add(new Panel(layer(condition), groups.of(of(network), sources)));
    }
    String title = "Prediction by the full, contralateral and ipsilateral half — " + network;
    return pages("prediction_" + PathSegment.of(network), title, SCORE, series, panels);
  }

  private List<Figure> byLayer() {
    List<String> layers = layers();
    List<Series> series =
        IntStream.range(0, layers.size())
            .mapToObj(i -> new Series(layers.get(i), Palette.depth(i, layers.size())))
            .toList();
    List<Panel> panels =
        networks().stream()
            .map(network -> new Panel(network, lateralisation(network, layers)))
            .toList();
    String title = "Lateralisation by layer: contralateral − ipsilateral prediction";
    return pages("lateralisation_by-layer", title, DIFFERENCE, series, panels);
  }

  private List<Group> lateralisation(String network, List<String> layers) {
    return groups.of(conditions, layers.stream().map(layer -> source(network, layer)).toList());
  }

  private List<Figure> byNetwork() {
    List<Figure> figures = new ArrayList<>();
    List<String> networks = networks();
    int others = Palette.networks() - 1;
    for (int from = 1; from < networks.size(); from += others) {
      List<String> shown = new ArrayList<>(networks.subList(0, 1));
      shown.addAll(networks.subList(from, Math.min(from + others, networks.size())));
      figures.addAll(byNetwork(shown, "lateralisation_by-network" + page((from - 1) / others)));
    }
    return figures;
  }

  /** The first network against others. */
  private List<Figure> byNetwork(List<String> shown, String id) {
    List<Series> series =
        IntStream.range(0, shown.size())
            .mapToObj(i -> new Series(shown.get(i), Palette.network(i)))
            .toList();
    List<Panel> panels = new ArrayList<>();
    for (String layer : layers()) {
      List<BarGroups.Source> sources = shown.stream().map(n -> source(n, layer)).toList();
      panels.add(new Panel(layer, groups.of(conditions, sources)));
    }
    String title = "Lateralisation by network: contralateral − ipsilateral prediction";
    return pages(id, title, DIFFERENCE, series, panels);
  }

  private BarGroups.Source source(String network, String layer) {
    List<Condition> found =
        of(network).stream().filter(condition -> condition.layer().equals(layer)).toList();
    return new BarGroups.Source(found, Quantity.LATERALISATION);
  }

  private List<Figure> pages(
      String id, String title, String axis, List<Series> series, List<Panel> panels) {
    List<Figure> pages = new ArrayList<>();
    for (int from = 0; from < panels.size(); from += PANELS) {
      List<Panel> shown = panels.subList(from, Math.min(from + PANELS, panels.size()));
      String name = id + page(from / PANELS);
      BarFigure page = new BarFigure(name, title, axis, "", series, shown);
      pages.add(new BarFigure(name, title, axis, caption(page), series, shown));
    }
    return pages;
  }

  private static String page(int index) {
    return index == 0 ? "" : "_" + (index + 1);
  }

  private static String layer(Condition condition) {
    return condition.layer() + " (" + condition.tensor() + ")";
  }

  private String caption(BarFigure figure) {
    return "Bars: mean over participants × hemispheres (N = "
        + BarGroups.counts(figure.panels())
        + "); lines: ± 1 standard deviation"
        + (figure.hasDots() ? "; dots: participants (mean of both hemispheres)." : ".")
        + " Score: correlation (Pearson r) of predicted and measured responses to held-out stimuli,"
        + " mean over the vertices of an ROI. Split: "
        + split
        + ".";
  }
}
