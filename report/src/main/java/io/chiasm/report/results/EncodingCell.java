package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;

/**
 * The encoder's answer for one participant, hemisphere, network, layer and split: named arrays over
 * the vertices. Arrays are loaded when asked for, so a list of cells costs no memory.
 */
public interface EncodingCell {
  ParticipantId participant();

  Hemisphere hemisphere();

  /** Whose it is. */
  default ParticipantHemisphere owner() {
    return new ParticipantHemisphere(participant(), hemisphere());
  }

  /** What was fitted, apart from whom: network, layer, split, regression. */
  Condition condition();

  /**
   * Names of the arrays that exist, such as {@code score_full}, {@code r2_contra}, {@code
   * alpha_ipsi}; lower-case letters, digits and {@code _}.
   */
  List<String> names();

  /**
   * One array, read anew at every call.
   *
   * @return {@code [vertex]}, NaN where a vertex has no value
   */
  float[] values(String name);

  /**
   * One array over folds.
   *
   * @return {@code [fold][vertex]}, NaN where there is no value; no folds if there is no such array
   */
  default float[][] foldwise(String name) {
    return new float[0][];
  }

  /** Whether the array exists. */
  default boolean has(String name) {
    return names().contains(name);
  }
}
