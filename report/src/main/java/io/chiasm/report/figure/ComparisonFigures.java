package io.chiasm.report.figure;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.DensityFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Squares;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.Density;
import io.chiasm.report.comparison.VertexDifferences;
import io.chiasm.report.comparison.VertexSummary;
import io.chiasm.report.figure.BarGroups.Source;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The figures that show two studies side by side; a figure per network and split. */
public final class ComparisonFigures {
  private static final String UNITS = "participants × hemispheres";
  private static final String DIFFERENCE_AXIS = "(r contra − r ipsi) of B − of A";
  private static final String SCORE =
      "Score: correlation (Pearson r) of predicted and measured responses to held-out stimuli, mean"
          + " over the vertices of an ROI. Only what both studies have.";

  private final Comparison comparison;
  private final VertexDifferences vertices;
  private final Significance significance;
  private final Map<List<String>, List<ConditionPair>> groups = new LinkedHashMap<>();

  private ComparisonFigures(Comparison comparison, VertexDifferences vertices) {
    this.comparison = comparison;
    this.vertices = vertices;
    this.significance = new Significance(comparison.tests());
    for (ConditionPair pair : comparison.pairs()) {
      Condition c = pair.difference();
      groups.computeIfAbsent(List.of(c.network(), c.split()), key -> new ArrayList<>()).add(pair);
    }
  }

  /** In the order of the argument. */
  public static List<Chapter> of(Comparison comparison, VertexDifferences vertices) {
    ComparisonFigures figures = new ComparisonFigures(comparison, vertices);
    return List.of(
        new Chapter(
            "lateralisation",
            "Lateralisation in both studies",
            "The same participants, hemispheres and ROIs side by side.",
            figures.each(figures::sideBySide)),
        new Chapter(
            "differences",
            "Difference of lateralisation",
            "B − A of every hemisphere, so that what participants differ in falls out. Intervals"
                + " and every p are in the tables below.",
            figures.differences()),
        new Chapter(
            "prediction",
            "Difference of prediction",
            "Where lateralisation differs, this says which half's prediction does: B − A of the"
                + " full, contralateral and ipsilateral models.",
            figures.each(figures::prediction)),
        figures.byVertex());
  }

  private List<Figure> each(Function<List<ConditionPair>, List<Figure>> figures) {
    return groups.values().stream().flatMap(pairs -> figures.apply(pairs).stream()).toList();
  }

  private List<Figure> sideBySide(List<ConditionPair> pairs) {
    List<Panel> panels = new ArrayList<>();
    for (ConditionPair pair : pairs) {
      Source source = new Source(List.of(pair.difference()), Quantity.LATERALISATION);
      List<Group> a = groups(comparison.scores().a(), pairs, List.of(source));
      List<Group> b = groups(comparison.scores().b(), pairs, List.of(source));
      panels.add(
          new Panel(
              layer(pair),
              IntStream.range(0, a.size()).mapToObj(i -> both(a.get(i), b.get(i))).toList()));
    }
    return Pages.of(
        id("lateralisation", pairs),
        "Lateralisation (contralateral − ipsilateral prediction) of A and B" + of(pairs),
        "r contra − r ipsi",
        List.of(
            new Series("A: " + comparison.nameOfA(), StudyColours.STUDY_A),
            new Series("B: " + comparison.nameOfB(), StudyColours.STUDY_B)),
        panels,
        UNITS,
        SCORE);
  }

  private static Group both(Group a, Group b) {
    List<Bar> bars = new ArrayList<>();
    List.of(a, b)
        .forEach(
            group ->
                group.bars().forEach(x -> bars.add(new Bar(x.mean(), x.sd(), x.n(), x.dots()))));
    return new Group(a.label(), a.section(), bars);
  }

  /** Layers side by side, a panel per network. */
  private List<Figure> differences() {
    Map<String, List<ConditionPair>> splits = new LinkedHashMap<>();
    for (ConditionPair pair : comparison.pairs()) {
      splits.computeIfAbsent(pair.difference().split(), split -> new ArrayList<>()).add(pair);
    }
    return splits.values().stream().flatMap(pairs -> byLayer(pairs).stream()).toList();
  }

  private List<Figure> byLayer(List<ConditionPair> pairs) {
    List<String> layers = pairs.stream().map(p -> p.difference().layer()).distinct().toList();
    Map<String, List<ConditionPair>> networks = new LinkedHashMap<>();
    pairs.forEach(
        pair ->
            networks
                .computeIfAbsent(pair.difference().network(), n -> new ArrayList<>())
                .add(pair));
    List<Panel> panels = new ArrayList<>();
    networks.forEach(
        (network, own) -> {
          List<Source> sources = layers.stream().map(layer -> lateralisation(own, layer)).toList();
          panels.add(new Panel(network, groups(comparison.scores().differences(), pairs, sources)));
        });
    List<Series> series =
        IntStream.range(0, layers.size())
            .mapToObj(i -> new Series(layers.get(i), Palette.step(i, layers.size())))
            .toList();
    Condition first = pairs.get(0).difference();
    return Pages.of(
        "difference_" + PathSegment.of(pairs.get(0).plain().split()),
        "Difference of lateralisation, B − A — split " + first.split(),
        DIFFERENCE_AXIS,
        series,
        panels,
        UNITS,
        SCORE);
  }

  private static Source lateralisation(List<ConditionPair> pairs, String layer) {
    List<Condition> own =
        pairs.stream()
            .map(ConditionPair::difference)
            .filter(condition -> condition.layer().equals(layer))
            .toList();
    return new Source(own, Quantity.LATERALISATION);
  }

  private List<Figure> prediction(List<ConditionPair> pairs) {
    List<Measure.Model> models = Measure.SCORE.models();
    List<Panel> panels = new ArrayList<>();
    for (ConditionPair pair : pairs) {
      List<Source> sources =
          models.stream()
              .map(model -> new Source(List.of(pair.difference()), model.quantity()))
              .toList();
      panels.add(new Panel(layer(pair), groups(comparison.scores().differences(), pairs, sources)));
    }
    return Pages.of(
        id("prediction", pairs),
        "Difference of prediction, B − A" + of(pairs),
        "Pearson r of B − of A",
        models.stream().map(m -> new Series(m.label(), m.colour())).toList(),
        panels,
        UNITS,
        SCORE);
  }

  private List<Group> groups(StudyScores scores, List<ConditionPair> frame, List<Source> sources) {
    return new BarGroups(scores, significance)
        .of(frame.stream().map(ConditionPair::difference).toList(), sources);
  }

  private Chapter byVertex() {
    List<Figure> figures = new ArrayList<>();
    for (List<ConditionPair> pairs : groups.values()) {
      density(figures, pairs, Quantity.LATERALISATION, "lateralisation", "r contra − r ipsi");
      density(figures, pairs, Quantity.SCORE_FULL, "prediction by the full model", "Pearson r");
    }
    String text =
        figures.isEmpty()
            ? "The studies hold no arrays over the same vertices."
            : "Every vertex of every participant, A across and B up: on the diagonal nothing"
                + " differs. Neighbouring vertices are not independent, so no test is made here;"
                + " vertices/ holds every difference, tables/vertices.csv a line per hemisphere.";
    return new Chapter("vertices", "Vertex by vertex", text, figures);
  }

  private void density(
      List<Figure> figures,
      List<ConditionPair> pairs,
      Quantity quantity,
      String what,
      String unit) {
    List<DensityFigure.Panel> panels = new ArrayList<>();
    for (ConditionPair pair : pairs) {
      vertices
          .density(pair, quantity)
          .filter(density -> density.total() > 0)
          .ifPresent(
              density ->
                  panels.add(
                      new DensityFigure.Panel(
                          layer(pair), note(pair, quantity), squares(density))));
    }
    if (!panels.isEmpty()) {
      figures.add(
          new DensityFigure(
              id("vertices_" + quantity.label(), pairs),
              "Vertices: " + what + ", B against A" + of(pairs),
              "A: " + unit,
              "B: " + unit,
              "Squares: how many vertices of all participants and hemispheres have these two"
                  + " values. Line: B = A; above it, B is larger.",
              "vertices",
              Density.SIDE,
              panels));
    }
  }

  private static Squares squares(Density density) {
    Map<Squares.Square, Integer> counts = new HashMap<>();
    density
        .counts()
        .forEach(
            (square, count) -> counts.put(new Squares.Square(square.across(), square.up()), count));
    return new Squares(counts);
  }

  /** Over all hemispheres, each vertex once. */
  private String note(ConditionPair pair, Quantity quantity) {
    List<VertexSummary> summaries =
        vertices.summaries().stream()
            .filter(s -> s.pair().equals(pair) && s.quantity() == quantity && s.n() > 0)
            .toList();
    int n = summaries.stream().mapToInt(VertexSummary::n).sum();
    double larger = summaries.stream().mapToDouble(s -> s.n() * s.larger()).sum();
    return String.format(Locale.ROOT, "B > A: %.0f %% of %,d vertices", 100 * larger / n, n);
  }

  private String id(String kind, List<ConditionPair> pairs) {
    Condition plain = pairs.get(0).plain();
    long splits = groups.keySet().stream().map(key -> key.get(1)).distinct().count();
    String split = splits == 1 ? "" : "_" + PathSegment.of(plain.split());
    return kind + "_" + PathSegment.of(plain.network()) + split;
  }

  private static String of(List<ConditionPair> pairs) {
    Condition c = pairs.get(0).difference();
    return " — " + c.network() + ", split " + c.split();
  }

  private static String layer(ConditionPair pair) {
    Condition c = pair.difference();
    return c.layer().equals(c.tensor()) ? c.layer() : c.layer() + " (" + c.tensor() + ")";
  }
}
