package io.chiasm.report.figure;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.ScatterFigure;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.statistics.AcrossNetworks;
import io.chiasm.report.statistics.AcrossResult;
import io.chiasm.report.statistics.Contrast;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.table.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ImageNet top-1 accuracy of networks against their lateralisation. */
final class AccuracyFigures {
  private static final int LEAST = 2;

  /** With fewer networks few of the correlations that there may be could be told from none. */
  private static final int FEW = 10;

  private static final Roi V1V = new Roi("prf-visualrois", "V1v");
  private static final String CAPTION =
      "Dots: mean over participants (hemispheres averaged first); lines: ± 1 standard deviation."
          + " rho: Spearman correlation across networks, p by permutation; every ROI:"
          + " tables/statistics.csv.";
  private static final String ACROSS =
      " In brackets: 95 % bootstrap interval over participants and networks, from five networks on;"
          + " parameters held: partial rho given the number of parameters. Interval and p take"
          + " networks as drawn apart from each other, which networks of one family are not. Layers"
          + " are aligned by their labels. All of it: tables/across_networks.csv, with"
          + " tables/network_metadata.csv.";

  private final Measure measure;
  private final StudyView view;
  private final List<ContrastResult> tests;
  private final List<AcrossResult> across;
  private final Map<String, NetworkSpec> known;
  private final FamilyColours colours;

  private AccuracyFigures(
      Measure measure,
      Study study,
      StudyView view,
      List<ContrastResult> tests,
      List<AcrossResult> across) {
    this.measure = measure;
    this.view = view;
    this.tests = tests;
    this.across = across;
    this.known = AcrossNetworks.known(study);
    this.colours =
        new FamilyColours(
            known.values().stream().filter(n -> view.networks().contains(n.name())).toList());
  }

  static Chapter chapter(
      Study study, StudyView view, List<ContrastResult> tests, List<AcrossResult> across) {
    AccuracyFigures accuracy = new AccuracyFigures(Measure.SCORE, study, view, tests, across);
    boolean enough = accuracy.enough();
    return new Chapter(
        "accuracy",
        "Networks: accuracy against lateralisation",
        enough
            ? "The hypothesis: better networks explain unilateral processing better."
                + accuracy.few()
            : "Needs at least two networks with a known ImageNet accuracy (imagenet_acc1).",
        enough ? accuracy.figures() : List.of());
  }

  /** The same with unique variance; none for too few networks. */
  static List<Figure> unique(
      Study study, StudyView view, List<ContrastResult> tests, List<AcrossResult> across) {
    AccuracyFigures accuracy = new AccuracyFigures(Measure.UNIQUE, study, view, tests, across);
    return accuracy.enough() ? accuracy.figures() : List.of();
  }

  private boolean enough() {
    return view.networks().stream().filter(known::containsKey).count() >= LEAST;
  }

  /** How little few networks can show. */
  private String few() {
    int most = across.stream().mapToInt(AcrossResult::networks).max().orElse(FEW);
    double least = across.stream().mapToDouble(AcrossResult::pLeast).min().orElse(0);
    return most >= FEW
        ? ""
        : String.format(
            Locale.ROOT,
            " With %d networks no p can be below %s, and a correlation is known but roughly: this is a picture of these networks, not a test of the hypothesis.",
            most,
            DecimalText.p(least));
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
                across.isEmpty() ? CAPTION : CAPTION + ACROSS,
                panels,
                across.isEmpty() ? List.of() : colours.groups()));
      }
    }
    return figures;
  }

  private ScatterFigure.Panel panel(String layer, Roi roi) {
    List<ScatterFigure.Point> points = new ArrayList<>();
    for (Condition condition : view.conditions()) {
      Spread spread = view.scores().spread(condition, roi, measure.difference());
      NetworkSpec network = known.get(condition.network());
      if (condition.layer().equals(layer) && network != null && spread.n() > 0) {
        points.add(point(network, moments(spread.participantMeans())));
      }
    }
    return new ScatterFigure.Panel(layer, note(layer, roi), points);
  }

  private ScatterFigure.Point point(NetworkSpec network, double[] moments) {
    Double accuracy = network.imagenetAcc1();
    return new ScatterFigure.Point(
        network.name(),
        accuracy == null ? Double.NaN : accuracy,
        moments[0],
        moments[1],
        across.isEmpty() ? -1 : colours.group(network));
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
                    "rho = %s%s, p = %s, N = %d networks%s",
                    DecimalText.three(t.effect()),
                    across(layer, roi).map(AccuracyFigures::bounds).orElse(""),
                    DecimalText.p(t.p()),
                    t.n(),
                    across(layer, roi).map(AccuracyFigures::held).orElse("")))
        .findFirst()
        .orElse("");
  }

  private Optional<AcrossResult> across(String layer, Roi roi) {
    return across.stream()
        .filter(a -> a.quantity() == measure.difference() && a.split().equals(view.split()))
        .filter(a -> a.layer().equals(layer) && a.roi().equals(roi))
        .findFirst();
  }

  private static String bounds(AcrossResult result) {
    return Double.isNaN(result.interval().low())
        ? ""
        : " [" + DecimalText.range(result.interval().low(), result.interval().high()) + "]";
  }

  private static String held(AcrossResult result) {
    return Double.isNaN(result.partial())
        ? ""
        : "; parameters held: " + DecimalText.three(result.partial());
  }

  /** Mean and standard deviation. */
  private static double[] moments(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double sd = values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    return new double[] {mean, sd};
  }
}
