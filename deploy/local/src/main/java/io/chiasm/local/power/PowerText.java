package io.chiasm.local.power;

import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What numbers of participants can show, for people. */
public final class PowerText {
  /** Below this share of a mean, what was made does not reach it. */
  private static final double BEYOND = 0.95;

  private static final String OUT_OF_REACH =
      " That mean is larger than these made responses can give; a higher noise ceiling, more"
          + " stimuli or less similar halves would.";

  private PowerText() {}

  public static String of(PowerReport report) {
    StringBuilder text = new StringBuilder();
    text.append(design(report));
    text.append(
        String.format(
            Locale.ROOT,
            "%nLeast difference with power %s%n%4s %10s %10s %12s %8s%n",
            DecimalText.exact(report.test().wanted()),
            "N",
            "least p",
            "true",
            "as measured",
            "d_z"));
    report.power().least().forEach(least -> text.append(row(report, least)));
    unable(report).ifPresent(words -> text.append(words).append('\n'));
    unshown(report).ifPresent(words -> text.append(words).append('\n'));
    prior(report).ifPresent(words -> text.append(words).append('\n'));
    return text.toString();
  }

  private static String design(PowerReport report) {
    EncodingDesign encoding = report.encoding();
    return String.format(
        Locale.ROOT,
        "%d stimuli, %d folds, ridge; %d vertices per ROI and hemisphere, %d dimensions per half,"
            + " halves alike by %s%n"
            + "Noise ceiling %.3f of the variance, so no lateralisation is above %.3f%n"
            + "Spread between participants %.3f (%s)%n"
            + "Two-sided sign flips of participants, alpha %s, %,d made studies per point, seed"
            + " %d%n",
        encoding.stimuli(),
        encoding.folds(),
        encoding.vertices(),
        encoding.dimensions(),
        DecimalText.exact(encoding.halves()),
        report.noiseCeiling(),
        report.mostEffect(),
        report.spread().sd(),
        report.spread().source(),
        DecimalText.exact(report.test().alpha()),
        report.test().studies(),
        report.test().seed());
  }

  private static String row(PowerReport report, LeastDifference least) {
    return String.format(
        Locale.ROOT,
        "%4d %10s %10s %12s %8s%n",
        least.participants(),
        DecimalText.p(least.p()),
        least.p() <= report.test().alpha() ? number(least.effect()) : "none",
        number(least.measured()),
        number(least.dz()));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : DecimalText.three(value);
  }

  /** Which numbers of participants can show nothing, and why. */
  static Optional<String> unable(PowerReport report) {
    double alpha = report.test().alpha();
    List<LeastDifference> unable =
        report.power().least().stream().filter(least -> least.p() > alpha).toList();
    if (unable.isEmpty()) {
      return Optional.empty();
    }
    LeastDifference most = unable.get(unable.size() - 1);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "N = %s can show no difference, however large: N participants reach no p below 2/2^N"
                + " (N = %d: %s), which is above %s.",
            numbers(unable),
            most.participants(),
            DecimalText.p(most.p()),
            DecimalText.exact(alpha)));
  }

  /** Which could, but not within the effects that were tried. */
  private static Optional<String> unshown(PowerReport report) {
    List<LeastDifference> unshown =
        report.power().least().stream()
            .filter(least -> least.p() <= report.test().alpha() && least.effect() == null)
            .toList();
    double largest =
        report.power().points().stream().mapToDouble(PowerPoint::effect).max().orElse(0);
    return unshown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "N = "
                + numbers(unshown)
                + ": no difference up to "
                + DecimalText.three(largest)
                + " reaches that power; that is the largest that was tried (--effects).");
  }

  private static Optional<String> prior(PowerReport report) {
    RoiLateralisation prior = report.prior();
    if (prior == null) {
      return Optional.empty();
    }
    List<PowerPoint> points = report.atPrior();
    String powers =
        points.stream()
            .map(point -> "N = " + point.participants() + ": " + two(point.power()))
            .collect(Collectors.joining(", "));
    boolean beyond =
        points.stream().allMatch(point -> point.measured() < BEYOND * Math.abs(prior.mean()));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Power for the mean of those results, %s in %s (sd %s, N = %d): %s.%s",
            DecimalText.three(prior.mean()),
            prior.roi(),
            DecimalText.three(prior.sd()),
            prior.participants(),
            powers,
            beyond ? OUT_OF_REACH : ""));
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String numbers(List<LeastDifference> some) {
    return some.stream()
        .map(least -> Integer.toString(least.participants()))
        .collect(Collectors.joining(", "));
  }
}
