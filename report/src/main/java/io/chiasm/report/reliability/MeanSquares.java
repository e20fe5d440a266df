package io.chiasm.report.reliability;

import static io.chiasm.report.reliability.CrossedDesign.Axis.FOLD;
import static io.chiasm.report.reliability.CrossedDesign.Axis.HEMISPHERE;
import static io.chiasm.report.reliability.CrossedDesign.Axis.PARTICIPANT;
import static io.chiasm.report.reliability.CrossedDesign.Axis.SEED;

/**
 * The mean squares of the terms of {@link VarianceParts}, and what they say of its parts. The
 * hemispheres of all participants are the units that seeds and folds cross.
 */
final class MeanSquares {
  private final int participants;
  private final int units;
  private final int seeds;
  private final int folds;
  private final double participant;
  private final double hemisphere;
  private final double seed;
  private final double fold;
  private final double unitSeed;
  private final double unitFold;
  private final double seedFold;
  private final double chance;

  MeanSquares(CrossedDesign design) {
    participants = design.levels(PARTICIPANT);
    units = participants * design.levels(HEMISPHERE);
    seeds = design.levels(SEED);
    folds = design.levels(FOLD);
    double[] y = design.observations();
    double[] all = design.means();
    double[] p = design.means(PARTICIPANT);
    double[] u = design.means(PARTICIPANT, HEMISPHERE);
    double[] s = design.means(SEED);
    double[] f = design.means(FOLD);
    double[] us = design.means(PARTICIPANT, HEMISPHERE, SEED);
    double[] uf = design.means(PARTICIPANT, HEMISPHERE, FOLD);
    double[] sf = design.means(SEED, FOLD);
    participant = design.squares(i -> p[i] - all[i]) / (participants - 1);
    hemisphere = design.squares(i -> u[i] - p[i]) / (units - participants);
    seed = design.squares(i -> s[i] - all[i]) / (seeds - 1);
    fold = design.squares(i -> f[i] - all[i]) / (folds - 1);
    unitSeed =
        interaction(design.squares(i -> us[i] - u[i] - s[i] + all[i]), (units - 1) * (seeds - 1));
    unitFold =
        interaction(design.squares(i -> uf[i] - u[i] - f[i] + all[i]), (units - 1) * (folds - 1));
    seedFold =
        interaction(design.squares(i -> sf[i] - s[i] - f[i] + all[i]), (seeds - 1) * (folds - 1));
    chance =
        interaction(
            design.squares(i -> y[i] - us[i] - uf[i] - sf[i] + u[i] + s[i] + f[i] - all[i]),
            (units - 1) * (seeds - 1) * (folds - 1));
  }

  /** A term that one level leaves without degrees of freedom is not there. */
  private static double interaction(double squares, int freedom) {
    return freedom == 0 ? 0 : squares / freedom;
  }

  VarianceParts parts() {
    double within = unitSeed + unitFold - chance;
    double sides = (double) units / participants;
    return new VarianceParts(
        (participant - (units == participants ? within : hemisphere)) / (sides * seeds * folds),
        (hemisphere - within) / (seeds * folds),
        (seed - unitSeed - seedFold + chance) / (units * folds),
        (fold - unitFold - seedFold + chance) / (units * seeds),
        rest());
  }

  /** With one seed or one fold the one interaction that there is holds chance. */
  private double rest() {
    if (seeds == 1 && folds == 1) {
      return Double.NaN;
    }
    return chance
        + (unitSeed - chance) / folds
        + (unitFold - chance) / seeds
        + (seedFold - chance) / units;
  }
}
