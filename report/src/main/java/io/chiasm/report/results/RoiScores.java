package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.Arrays;

/** Means over one ROI's vertices of every quantity of one cell. */
public final class RoiScores {
  private final ParticipantId participant;
  private final Hemisphere hemisphere;
  private final Condition condition;
  private final Roi roi;
  private final int vertices;
  private final double[] means = new double[Quantity.values().length];
  private final int[] counts = new int[Quantity.values().length];
  private final boolean[] present = new boolean[Quantity.values().length];

  RoiScores(EncodingCell cell, Roi roi, int vertices) {
    this(cell.participant(), cell.hemisphere(), cell.condition(), roi, vertices);
  }

  RoiScores(
      ParticipantId participant,
      Hemisphere hemisphere,
      Condition condition,
      Roi roi,
      int vertices) {
    this.participant = participant;
    this.hemisphere = hemisphere;
    this.condition = condition;
    this.roi = roi;
    this.vertices = vertices;
    Arrays.fill(means, Double.NaN);
  }

  void set(Quantity quantity, Mean mean) {
    means[quantity.ordinal()] = mean.value();
    counts[quantity.ordinal()] = mean.count();
    present[quantity.ordinal()] = true;
  }

  /** This row less another of the same vertices, of the quantities that both have. */
  RoiScores minus(RoiScores subtrahend, Condition named) {
    RoiScores difference = new RoiScores(participant, hemisphere, named, roi, vertices);
    for (Quantity quantity : Quantity.values()) {
      if (has(quantity) && subtrahend.has(quantity)) {
        double mean = mean(quantity) - subtrahend.mean(quantity);
        int count = Math.min(scored(quantity), subtrahend.scored(quantity));
        difference.set(quantity, new Mean(mean, Double.isNaN(mean) ? 0 : count));
      }
    }
    return difference;
  }

  /** This row under another's condition, of the quantities that the other has a value of. */
  RoiScores where(RoiScores other) {
    RoiScores kept = new RoiScores(participant, hemisphere, other.condition, roi, vertices);
    for (Quantity quantity : Quantity.values()) {
      if (other.has(quantity)) {
        boolean known = !Double.isNaN(other.mean(quantity));
        kept.set(quantity, new Mean(known ? mean(quantity) : Double.NaN, scored(quantity)));
      }
    }
    return kept;
  }

  public ParticipantId participant() {
    return participant;
  }

  public Hemisphere hemisphere() {
    return hemisphere;
  }

  /** Whose it is. */
  public ParticipantHemisphere owner() {
    return new ParticipantHemisphere(participant, hemisphere);
  }

  public Condition condition() {
    return condition;
  }

  public Roi roi() {
    return roi;
  }

  /** Number of vertices of the ROI in this hemisphere, scored or not; at least one. */
  public int vertices() {
    return vertices;
  }

  /** Whether the cell has this quantity at all. */
  public boolean has(Quantity quantity) {
    return present[quantity.ordinal()];
  }

  /** Mean over the vertices that have a value; NaN if none has. */
  public double mean(Quantity quantity) {
    return means[quantity.ordinal()];
  }

  /** Number of vertices that have a value. */
  public int scored(Quantity quantity) {
    return counts[quantity.ordinal()];
  }
}
