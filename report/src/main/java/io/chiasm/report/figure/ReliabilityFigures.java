package io.chiasm.report.figure;

import io.chiasm.contracts.study.Study;
import io.chiasm.dataset.semantic.CategoryFeatures;
import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.reliability.Part;
import io.chiasm.report.reliability.SplitHalf;
import io.chiasm.report.reliability.VarianceOfRoi;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How far lateralisation would come out again, under the study's own split. */
public final class ReliabilityFigures {
  /** More panels do not fit a page. */
  private static final int PANELS = 4;

  private final Study study;
  private final String split;

  private ReliabilityFigures(Study study) {
    this.study = study;
    this.split = study.split().label();
  }

  /**
   * @param halves of all cells
   * @param variances of all conditions
   */
  public static Chapter chapter(
      Study study, List<SplitHalf> halves, List<VarianceOfRoi> variances) {
    ReliabilityFigures figures = new ReliabilityFigures(study);
    List<Figure> all = new ArrayList<>(figures.reliability(halves));
    all.addAll(figures.variance(variances));
    return new Chapter(
        "reliability",
        "Reliability",
        all.isEmpty()
            ? "The encoding models hold no scores by fold."
            : "How much of a map of lateralisation depends on which stimuli were held out, and what"
                + " makes ROI means differ. Models of different folds share most of their training"
                + " stimuli, so both are about held-out stimuli: with other training stimuli maps"
                + " would agree less. All numbers: tables/reliability.csv and tables/variance.csv.",
        all);
  }

  private List<Figure> reliability(List<SplitHalf> halves) {
    List<SplitHalf> shown =
        halves.stream()
            .filter(half -> half.condition().split().equals(split))
            .filter(half -> shows(half.condition().network()))
            .toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    List<String> layers = shown.stream().map(half -> half.condition().layer()).distinct().toList();
    List<Group> groups =
        shown.stream()
            .map(half -> half.condition().network())
            .distinct()
            .map(network -> new Group(network, "", bars(shown, network, layers)))
            .toList();
    return List.of(
        new BarFigure(
            "reliability",
            "Split-half reliability of lateralisation maps",
            "reliability",
            "Bars: mean over participants × hemispheres (N = "
                + BarGroups.counts(List.of(new Panel("", groups)))
                + "); lines: ± 1 standard deviation; dots: participants. Correlation r over the"
                + " vertices of a hemisphere between the mean lateralisations of odd and even"
                + " folds, for all folds by 2r / (1 + r) (Spearman–Brown). Split: "
                + split
                + ".",
            BarGroups.DOT,
            layers(layers),
            List.of(new Panel("All vertices", groups))));
  }

  private static List<Bar> bars(List<SplitHalf> halves, String network, List<String> layers) {
    return layers.stream()
        .map(
            layer ->
                new Spread(
                    halves.stream()
                        .filter(half -> half.condition().network().equals(network))
                        .filter(half -> half.condition().layer().equals(layer))
                        .map(
                            half ->
                                new Spread.Point(
                                    half.participant(), half.hemisphere(), half.reliability()))
                        .toList()))
        .map(s -> new Bar(s.mean(), s.sd(), s.n(), s.participantMeans()))
        .toList();
  }

  private static List<Series> layers(List<String> layers) {
    return IntStream.range(0, layers.size())
        .mapToObj(i -> new Series(layers.get(i), Palette.step(i, layers.size())))
        .toList();
  }

  private List<Figure> variance(List<VarianceOfRoi> variances) {
    List<VarianceOfRoi> shown =
        variances.stream()
            .filter(variance -> variance.condition().split().equals(split))
            .filter(variance -> shows(variance.condition().network()))
            .filter(variance -> !partOfGroup(variance, variances))
            .toList();
    List<Roi> rois = BarGroups.allLast(shown.stream().map(VarianceOfRoi::roi).distinct().toList());
    List<Part> parts = told(shown);
    List<Panel> panels =
        shown.stream()
            .map(ReliabilityFigures::title)
            .distinct()
            .map(title -> new Panel(title, groups(shown, title, rois, parts)))
            .toList();
    List<Figure> pages = new ArrayList<>();
    for (int from = 0; from < panels.size(); from += PANELS) {
      List<Panel> page = panels.subList(from, Math.min(from + PANELS, panels.size()));
      pages.add(
          new BarFigure(
              "variance" + Pages.suffix(from / PANELS),
              "Parts of the variance of lateralisation",
              "variance",
              caption(shown),
              BarGroups.DOT,
              series(parts),
              page));
    }
    return pages;
  }

  /** One seed of several, which are shown together. */
  private static boolean partOfGroup(VarianceOfRoi variance, List<VarianceOfRoi> all) {
    return variance.seeds() == 1 && all.stream().anyMatch(other -> other.holds(variance.network()));
  }

  private static String title(VarianceOfRoi variance) {
    return variance.network() + " · " + variance.condition().layer();
  }

  private static List<Group> groups(
      List<VarianceOfRoi> variances, String title, List<Roi> rois, List<Part> parts) {
    return rois.stream()
        .map(
            roi ->
                new Group(
                    roi.name(),
                    BarGroups.section(roi),
                    parts.stream().map(part -> bar(variances, title, roi, part)).toList()))
        .toList();
  }

  private static Bar bar(List<VarianceOfRoi> variances, String title, Roi roi, Part part) {
    return variances.stream()
        .filter(variance -> variance.roi().equals(roi) && title(variance).equals(title))
        .findFirst()
        .map(v -> new Bar(part.of(v.parts()), Double.NaN, v.participants(), List.of()))
        .orElse(new Bar(Double.NaN, Double.NaN, 0, List.of()));
  }

  /** Those that the study tells of. */
  private static List<Part> told(List<VarianceOfRoi> variances) {
    return Arrays.stream(Part.values())
        .filter(part -> variances.stream().anyMatch(v -> !Double.isNaN(part.of(v.parts()))))
        .toList();
  }

  private static List<Series> series(List<Part> parts) {
    return parts.stream()
        .map(part -> new Series(part.label(), Palette.category(part.ordinal())))
        .toList();
  }

  private static String caption(List<VarianceOfRoi> shown) {
    int most = shown.stream().mapToInt(VarianceOfRoi::participants).max().orElse(0);
    int least = shown.stream().mapToInt(VarianceOfRoi::participants).min().orElse(0);
    return "Variance of an ROI's mean lateralisation in one fold, in parts: participants (N = "
        + (least == most ? "" : least + " to ")
        + most
        + "); hemispheres of a participant; seeds of untrained networks, if there are several;"
        + " folds; rest: interactions and chance. Analysis of variance, all effects random;"
        + " negative estimates are shown as they are.";
  }

  private boolean shows(String network) {
    return study.semantic() == null || !network.equals(CategoryFeatures.NETWORK);
  }
}
