package io.chiasm.report.figure;

import io.chiasm.contracts.study.Epoch;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What training brings, checkpoint by checkpoint: a line per layer over epochs. */
final class EpochFigures {
  /** Fewer epochs make no course. */
  private static final int LEAST = 3;

  private static final List<Roi> ROIS =
      List.of(new Roi("prf-visualrois", "V1v"), new Roi("prf-visualrois", "V1d"), Roi.ALL);

  private final Study study;
  private final StudyView view;

  EpochFigures(Study study, StudyView view) {
    this.study = study;
    this.view = view;
  }

  /** A checkpoint of a series. */
  private record Checkpoint(String network, long epoch) {}

  /** Lateralisation, then the full model's score, of every series with enough epochs. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    Map<String, List<Checkpoint>> all = series();
    boolean several = all.size() > 1;
    all.forEach(
        (name, checkpoints) -> {
          String id = several ? "_" + PathSegment.of(name) : "";
          figures.addAll(
              figure(
                  "epochs" + id, name, Quantity.LATERALISATION, "r contra − r ipsi", checkpoints));
          figures.addAll(
              figure(
                  "epochs_performance" + id,
                  name,
                  Quantity.SCORE_FULL,
                  "Pearson r, full",
                  checkpoints));
        });
    return figures;
  }

  /** Checkpoints by the part of their names that is not the epoch. */
  private Map<String, List<Checkpoint>> series() {
    Map<String, List<Checkpoint>> series = new LinkedHashMap<>();
    for (NetworkSpec network : study.networks()) {
      OptionalLong epoch = Epoch.of(network);
      if (epoch.isPresent() && !view.of(network.name()).isEmpty()) {
        series
            .computeIfAbsent(stem(network.name(), epoch.getAsLong()), x -> new ArrayList<>())
            .add(new Checkpoint(network.name(), epoch.getAsLong()));
      }
    }
    series
        .values()
        .removeIf(s -> s.stream().mapToLong(Checkpoint::epoch).distinct().count() < LEAST);
    series.values().forEach(s -> s.sort(Comparator.comparingLong(Checkpoint::epoch)));
    return series;
  }

  /** {@code run-epoch-012} of epoch 12 becomes {@code run-epoch}. */
  private static String stem(String name, long epoch) {
    return name.replaceFirst("[-_=. ]*0*" + epoch + "(?!.*\\d)", "");
  }

  private List<Figure> figure(
      String id, String name, Quantity quantity, String up, List<Checkpoint> checkpoints) {
    List<String> layers =
        view.of(checkpoints.get(0).network()).stream().map(c -> c.layer()).toList();
    List<CurveFigure.Curve> curves =
        IntStream.range(0, layers.size())
            .mapToObj(i -> new CurveFigure.Curve(layers.get(i), Palette.depth(i, layers.size())))
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
                id, what + " over training — " + name, "epoch", up, caption(), curves, panels));
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

  private String caption() {
    return "Dots: mean over participants × hemispheres; lines: ± 1 standard deviation. Epochs are"
        + " read from the names of the checkpoints' files; points of one epoch stand side by side."
        + " Every ROI: tables/groups.csv with tables/networks.csv. Split: "
        + view.split()
        + ".";
  }
}
