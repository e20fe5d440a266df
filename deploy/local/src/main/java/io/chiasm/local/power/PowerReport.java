package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.encoding.work.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What numbers of participants can show, and what that rests on.
 *
 * @param noiseCeiling mean explainable share of the variance
 * @param spread of the true lateralisation; the same as the test's
 * @param prior what a study measured that the spread was taken from; null for none
 * @param priorEffect true lateralisation of which the prior study's mean is measured; null without
 *     a prior study
 * @param mostEffect largest true lateralisation that there can be
 */
public record PowerReport(
    EncodingDesign encoding,
    double noiseCeiling,
    TestDesign test,
    Spread spread,
    @Nullable RoiLateralisation prior,
    @Nullable Double priorEffect,
    double mostEffect,
    PowerAnalysis power) {
  /**
   * Simulates participants and studies.
   *
   * @param test its spread is taken from {@code prior} if there is one
   * @param spreadSource where the test's spread comes from
   * @param effects true differences; empty for a choice that suits the spread
   * @param said takes lines about the progress
   * @throws InputException if a number makes no sense, or there is too little memory
   */
  public static PowerReport of(
      EncodingDesign encoding,
      Ceilings ceilings,
      TestDesign test,
      String spreadSource,
      @Nullable RoiLateralisation prior,
      List<Double> effects,
      Resources resources,
      Consumer<String> said) {
    Measurement measurement = new MadeParticipants(encoding, ceilings).measured(resources, said);
    TestDesign design = prior == null ? test : test.withSpread(spread(measurement, prior));
    TreeSet<Double> tried =
        new TreeSet<>(effects.isEmpty() ? Effects.of(measurement, design.spread()) : effects);
    Double known = prior == null ? null : Math.abs(measurement.truth(prior.mean()));
    if (known != null) {
      tried.add(known);
    }
    return new PowerReport(
        encoding,
        ceilings.meanShare(),
        design,
        new Spread(design.spread(), spreadSource),
        prior,
        known,
        measurement.most(),
        PowerAnalysis.of(measurement, design, new ArrayList<>(tried), said));
  }

  private static double spread(Measurement measurement, RoiLateralisation prior) {
    if (Double.isNaN(prior.sd())) {
      throw new InputException(
          "ROI "
              + prior.roi()
              + ": one participant shows no spread; results of two or more are needed, or --spread");
    }
    return measurement.spread(prior.mean(), prior.sd());
  }

  /** The points of the effect that the prior study measured; empty without one. */
  List<PowerPoint> atPrior() {
    return power.points().stream()
        .filter(point -> priorEffect != null && point.effect() == priorEffect)
        .toList();
  }
}
