package io.chiasm.report.figure;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.CurveFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.TrainingSeries;
import io.chiasm.report.results.TrainingSeries.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What training brings, checkpoint by checkpoint: a line per layer over epochs. */
final class EpochFigures {
  /** Fewer epochs make no course. */
  private static final int LEAST = TrainingSeries.LEAST;

  private static final List<Roi> ROIS =
      List.of(new Roi("prf-visualrois", "V1v"), new Roi("prf-visualrois", "V1d"), Roi.ALL);

  private final Study study;
  private final StudyView view;

  EpochFigures(Study study, StudyView view) {
    this.study = study;
    this.view = view;
  }

  /** Lateralisation, the full model's score and, where it is known, accuracy of every series. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    List<TrainingSeries> all = TrainingSeries.of(study, name -> !view.of(name).isEmpty());
    for (TrainingSeries series : all) {
      String id = all.size() > 1 ? "_" + PathSegment.of(series.name()) : "";
      figures.addAll(figure("epochs" + id, Quantity.LATERALISATION, "r contra − r ipsi", series));
      figures.addAll(
          figure("epochs_performance" + id, Quantity.SCORE_FULL, "Pearson r, full", series));
      figures.addAll(accuracy("epochs_accuracy" + id, series));
    }
    return figures;
  }

  /** None for fewer than three checkpoints of known accuracy. */
  private static List<Figure> accuracy(String id, TrainingSeries series) {
    List<CurveFigure.Point> points =
        series.checkpoints().stream()
            .filter(checkpoint -> !Double.isNaN(checkpoint.accuracy()))
            .map(c -> new CurveFigure.Point(c.epoch(), c.accuracy(), Double.NaN))
            .toList();
    return points.size() < LEAST
        ? List.of()
        : List.of(
            new CurveFigure(
                id,
                "Accuracy over training — " + series.name(),
                "epoch",
                "top-1 accuracy (%)",
                "As the study file gives it (accuracy), on what the network was trained for.",
                List.of(new CurveFigure.Curve("accuracy", StudyColours.CONTRA)),
                List.of(new CurveFigure.Panel("", List.of(points)))));
  }

  private List<Figure> figure(String id, Quantity quantity, String up, TrainingSeries series) {
    List<Checkpoint> checkpoints = series.checkpoints();
    List<String> layers =
        view.of(checkpoints.get(0).network()).stream().map(c -> c.layer()).toList();
    List<CurveFigure.Curve> curves =
        IntStream.range(0, layers.size())
            .mapToObj(i -> new CurveFigure.Curve(layers.get(i), Palette.step(i, layers.size())))
            .toList();
    List<CurveFigure.Panel> panels =
        ROIS.stream()
            .map(
                roi ->
                    new CurveFigure.Panel(
                        roi.equals(Roi.ALL) ? "all vertices" : roi.name(),
                        layers.stream().map(l -> line(roi, l, quantity, checkpoints)).toList()))
            .filter(panel -> panel.lines().stream().anyMatch(line -> line.size() >= LEAST))
            .toList();
    String what = quantity == Quantity.LATERALISATION ? "Lateralisation" : "Performance";
    return panels.isEmpty()
        ? List.of()
        : List.of(
            new CurveFigure(
                id,
                what + " over training — " + series.name(),
                "epoch",
                up,
                caption(series),
                curves,
                panels));
  }

  private List<CurveFigure.Point> line(
      Roi roi, String layer, Quantity quantity, List<Checkpoint> checkpoints) {
    List<CurveFigure.Point> points = new ArrayList<>();
    for (Checkpoint checkpoint : checkpoints) {
      List<Spread.Point> values =
          view.of(checkpoint.network(), layer).stream()
              .flatMap(c -> view.scores().spread(c, roi, quantity).points().stream())
              .toList();
      Spread spread = new Spread(values);
      if (spread.n() > 0) {
        points.add(new CurveFigure.Point(checkpoint.epoch(), spread.mean(), spread.sd()));
      }
    }
    return points;
  }

  private String caption(TrainingSeries series) {
    boolean said =
        study.networks().stream()
            .map(network -> network.details().point())
            .anyMatch(point -> point != null && point.series().equals(series.name()));
    return "Dots: mean over participants × hemispheres; lines: ± 1 standard deviation. Epochs are"
        + (said ? " as the study file or" : " read from")
        + " the names of the checkpoints' files"
        + (said ? " say" : "")
        + "; points of one epoch stand side by side."
        + (said
            ? " Every ROI, with differences to the first and the last epoch: tables/epochs.csv."
            : " Every ROI: tables/groups.csv with tables/networks.csv.")
        + " Split: "
        + view.split()
        + ".";
  }
}
