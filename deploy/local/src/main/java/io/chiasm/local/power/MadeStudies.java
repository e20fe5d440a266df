package io.chiasm.local.power;

import io.chiasm.local.simulate.Draws;
import io.chiasm.report.statistics.Sample;
import io.chiasm.report.statistics.SignFlips;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Many made studies of the same number of participants, each tested as the report tests the
 * contrast contra − ipsi. The i-th study has the same participants whatever the effect, and the
 * same first ones whatever their number.
 */
final class MadeStudies {
  private final Measurement measurement;
  private final TestDesign design;
  private final int participants;
  private final SignFlips flips;

  MadeStudies(Measurement measurement, TestDesign design, int participants) {
    this.measurement = measurement;
    this.design = design;
    this.participants = participants;
    this.flips = new SignFlips(participants, design.seed());
  }

  /** The smallest p that these participants can reach. */
  double least() {
    return flips.least();
  }

  /** Whether any difference at all can be significant. */
  boolean canShow() {
    return flips.least() <= design.alpha();
  }

  PowerPoint at(double effect) {
    List<Sample> samples =
        IntStream.range(0, design.studies())
            .parallel()
            .mapToObj(study -> sample(study, effect))
            .toList();
    int shown =
        canShow()
            ? (int) samples.parallelStream().filter(s -> flips.p(s) <= design.alpha()).count()
            : 0;
    double[] values = samples.stream().flatMapToDouble(MadeStudies::values).toArray();
    double mean = DoubleStream.of(values).average().orElse(Double.NaN);
    double square = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    WilsonInterval interval = WilsonInterval.of(shown, design.studies());
    return new PowerPoint(
        participants,
        effect,
        (double) shown / design.studies(),
        canShow() ? interval.low() : 0,
        canShow() ? interval.high() : 0,
        mean,
        Math.sqrt(square / (values.length - 1)));
  }

  private static DoubleStream values(Sample sample) {
    return sample.values().stream().mapToDouble(Double::doubleValue);
  }

  private Sample sample(int study, double effect) {
    Draws draws = new Draws(design.seed(), "study", study);
    return new Sample(
        IntStream.range(0, participants).mapToObj(i -> participant(effect, draws)).toList());
  }

  /** No participant is more lateralised than one who sees the contralateral half alone. */
  private double participant(double effect, Draws draws) {
    double truth = effect + design.spread() * draws.normal();
    double most = measurement.most();
    return measurement.draw(Math.max(-most, Math.min(most, truth)), draws);
  }
}
