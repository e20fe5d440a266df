package io.chiasm.report.figure;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.statistics.Contrast;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.table.DecimalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** ImageNet top-1 accuracy of networks against their lateralisation. */
final class AccuracyFigures {
  private static final int LEAST = 2;
  private static final Roi V1V = new Roi("prf-visualrois", "V1v");
  private static final String CAPTION =
      "Dots: mean over participants (hemispheres averaged first); lines: ± 1 standard deviation."
          + " rho: Spearman correlation across networks, p by permutation; every ROI:"
          + " tables/statistics.csv.";

  private final Measure measure;
  private final StudyView view;
  private final List<ContrastResult> tests;
  private final Map<String, Double> accuracy = new LinkedHashMap<>();

  private AccuracyFigures(
      Measure measure, Study study, StudyView view, List<ContrastResult> tests) {
    this.measure = measure;
    this.view = view;
    this.tests = tests;
    for (NetworkSpec network : study.networks()) {
      Double acc1 = network.imagenetAcc1();
      if (acc1 != null) {
        accuracy.put(network.name(), acc1);
      }
    }
  }

  static Chapter chapter(Study study, StudyView view, List<ContrastResult> tests) {
    AccuracyFigures accuracy = new AccuracyFigures(Measure.SCORE, study, view, tests);
    boolean enough = accuracy.enough();
    return new Chapter(
        "accuracy",
        "Networks: accuracy against lateralisation",
        enough
            ? "The hypothesis: better networks explain unilateral processing better."
            : "Needs at least two networks with a known ImageNet accuracy (imagenet_acc1).",
        enough ? accuracy.figures() : List.of());
  }

  /** The same with unique variance; none for too few networks. */
  static List<Figure> unique(Study study, StudyView view, List<ContrastResult> tests) {
    AccuracyFigures accuracy = new AccuracyFigures(Measure.UNIQUE, study, view, tests);
    return accuracy.enough() ? accuracy.figures() : List.of();
  }

  private boolean enough() {
    return view.networks().stream().filter(accuracy::containsKey).count() >= LEAST;
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Roi roi : List.of(V1V, Roi.ALL)) {
      List<ScatterFigure.Panel> panels =
          view.layers().stream()
              .map(layer -> panel(layer, roi))
              .filter(panel -> panel.points().size() >= LEAST)
              .toList();
      if (!panels.isEmpty()) {
        String where = roi.equals(Roi.ALL) ? "all vertices" : roi.name();
        figures.add(
            new ScatterFigure(
                measure.prefix() + "accuracy_" + roi.name(),
                "ImageNet accuracy against lateralisation"
                    + (measure == Measure.UNIQUE ? " of unique variance, " : ", ")
                    + where,
                "ImageNet top-1 accuracy (%)",
                measure.differenceAxis(),
                CAPTION,
                panels));
      }
    }
    return figures;
  }

  private ScatterFigure.Panel panel(String layer, Roi roi) {
    List<ScatterFigure.Point> points = new ArrayList<>();
    for (Condition condition : view.conditions()) {
      Spread spread = view.scores().spread(condition, roi, measure.difference());
      Double known = accuracy.get(condition.network());
      if (condition.layer().equals(layer) && known != null && spread.n() > 0) {
        double[] moments = moments(spread.participantMeans());
        points.add(new ScatterFigure.Point(condition.network(), known, moments[0], moments[1]));
      }
    }
    return new ScatterFigure.Panel(layer, note(layer, roi), points);
  }

  private String note(String layer, Roi roi) {
    return tests.stream()
        .filter(t -> t.contrast() == Contrast.ACCURACY && t.roi().equals(roi))
        .filter(t -> t.quantity() == measure.difference() && t.layer().equals(layer))
        .filter(t -> t.split().equals(view.split()) && !Double.isNaN(t.effect()))
        .map(
            t ->
                String.format(
                    Locale.ROOT,
                    "rho = %s, p = %s, N = %d networks",
                    DecimalText.three(t.effect()),
                    DecimalText.p(t.p()),
                    t.n()))
        .findFirst()
        .orElse("");
  }

  /** Mean and standard deviation. */
  private static double[] moments(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double sd = values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    return new double[] {mean, sd};
  }
}
