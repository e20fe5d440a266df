package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;

/**
 * What the encoding models of a made participant see.
 *
 * @param stimuli that the responses are to, 30 to 10,000
 * @param vertices of an ROI in one hemisphere whose noise is independent, 1 to 2000
 * @param dimensions features of one half, 2 to 2000
 * @param halves correlation of a feature with its counterpart in the other half, 0 to 0.9
 * @param folds of the cross-validation
 * @param seed everything follows from it
 */
public record EncodingDesign(
    int stimuli, int vertices, int dimensions, double halves, int folds, long seed) {
  private static final int FEWEST_STIMULI = 30;
  private static final int MOST_STIMULI = 10_000;
  private static final int MOST = 2000;
  private static final double MOST_ALIKE = 0.9;

  public EncodingDesign {
    require("stimuli", stimuli, FEWEST_STIMULI, MOST_STIMULI);
    require("vertices", vertices, 1, MOST);
    require("dimensions", dimensions, 2, MOST);
    if (!(halves >= 0 && halves <= MOST_ALIKE)) {
      throw new InputException("correlation of the halves: " + halves + " is not from 0 to 0.9");
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(what + ": " + value + " is not from " + least + " to " + most);
    }
  }
}
