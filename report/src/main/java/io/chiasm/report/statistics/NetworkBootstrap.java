package io.chiasm.report.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Intervals of a correlation across networks: in every draw both the participants and the networks
 * are drawn with replacement, each from numbers of their own. A draw in which the correlation does
 * not exist, since one side is constant, is passed over.
 */
final class NetworkBootstrap {
  /** As many as bounds with two digits need: each is of every ROI, layer and quantity. */
  static final int DRAWS = 2_000;

  /** With fewer networks most draws hold three distinct ones or less, and rho is at its ends. */
  private static final int LEAST = 5;

  /** Networks are drawn with another seed than participants, so that the draws differ. */
  private static final int OTHER = 1;

  private final long seed;
  private final Map<Integer, Resamples> ofParticipants = new HashMap<>();
  private final Map<Integer, Resamples> ofNetworks = new HashMap<>();

  NetworkBootstrap(long seed) {
    this.seed = seed;
  }

  /** A correlation of networks' accuracy with their values, all {@code [network]}. */
  @FunctionalInterface
  interface Correlation {
    double of(double[] accuracy, double[] values, double[] parameters);
  }

  /** The interval of a correlation; NaN for fewer than {@value #LEAST} networks. */
  Interval interval(NetworkSample sample, Correlation correlation) {
    if (sample.networks() < LEAST) {
      return Interval.NONE;
    }
    Resamples participants = draws(ofParticipants, sample.participants(), seed);
    Resamples networks = draws(ofNetworks, sample.networks(), seed + OTHER);
    double[] accuracy = sample.accuracy();
    double[] parameters = sample.parameters();
    double[] found = new double[DRAWS];
    int count = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] means = sample.means(participants.units(draw));
      int[] chosen = having(means, networks.units(draw));
      double value =
          correlation.of(of(accuracy, chosen), of(means, chosen), of(parameters, chosen));
      if (!Double.isNaN(value)) {
        found[count++] = value;
      }
    }
    return count == 0
        ? Interval.NONE
        : Bootstrap.interval(Arrays.copyOf(found, count), PanelContrasts.SHARE);
  }

  private static Resamples draws(Map<Integer, Resamples> known, int units, long seed) {
    return known.computeIfAbsent(units, n -> new Resamples(n, DRAWS, seed));
  }

  /** Those of the networks drawn that have a mean. */
  private static int[] having(double[] means, int[] drawn) {
    int[] chosen = new int[drawn.length];
    int count = 0;
    for (int network : drawn) {
      if (!Double.isNaN(means[network])) {
        chosen[count++] = network;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private static double[] of(double[] values, int[] chosen) {
    double[] drawn = new double[chosen.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[chosen[i]];
    }
    return drawn;
  }
}
