package io.chiasm.local.power;

import io.chiasm.report.chart.CurveFigure;
import io.chiasm.report.chart.CurveFigure.Curve;
import io.chiasm.report.chart.CurveFigure.Panel;
import io.chiasm.report.chart.CurveFigure.Point;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.colour.Palette;
import java.util.List;
import java.util.stream.IntStream;

/** Power against effect, a curve per number of participants. */
public final class PowerFigure {
  private PowerFigure() {}

  public static Figure of(PowerReport report) {
    List<Integer> shown = shown(report);
    List<Curve> curves =
        IntStream.range(0, shown.size())
            .mapToObj(i -> new Curve("N = " + shown.get(i), Palette.step(i, shown.size())))
            .toList();
    List<List<Point>> lines = shown.stream().map(n -> line(report, n)).toList();
    return new CurveFigure(
        "power",
        "Power against the true difference of lateralisation",
        "true mean lateralisation (contra − ipsi, Pearson r)",
        "power",
        caption(report),
        curves,
        List.of(new Panel("Share of studies with p ≤ " + report.test().alpha(), lines)),
        List.of(),
        false);
  }

  /** Those that can show anything; all, if none can. */
  private static List<Integer> shown(PowerReport report) {
    List<Integer> able =
        report.power().least().stream()
            .filter(least -> least.p() <= report.test().alpha())
            .map(LeastDifference::participants)
            .toList();
    return able.isEmpty() ? report.test().participants() : able;
  }

  private static List<Point> line(PowerReport report, int participants) {
    return report.power().points().stream()
        .filter(point -> point.participants() == participants)
        .map(point -> new Point(point.effect(), point.power(), Double.NaN))
        .toList();
  }

  private static String caption(PowerReport report) {
    EncodingDesign encoding = report.encoding();
    return String.format(
            java.util.Locale.ROOT,
            "%,d made studies for each point, so a power is known within ± %.3f or better (95 %%)."
                + " Two-sided sign flips of participants. %d stimuli, %d vertices per ROI and"
                + " hemisphere, noise ceiling %.2f of the variance, spread between participants"
                + " %.3f (%s).",
            report.test().studies(),
            1.96 * Math.sqrt(0.25 / report.test().studies()),
            encoding.stimuli(),
            encoding.vertices(),
            report.noiseCeiling(),
            report.spread().sd(),
            report.spread().source())
        + PowerText.unable(report).map(words -> " " + words).orElse("");
  }
}
