package io.chiasm.local.power;

/**
 * How much the true lateralisation differs between participants.
 *
 * @param sd standard deviation
 * @param source where it comes from, for people
 */
public record Spread(double sd, String source) {
  /** Nobody has measured it for the data at hand: named where it is used. */
  public static final double ASSUMED = 0.05;
}
