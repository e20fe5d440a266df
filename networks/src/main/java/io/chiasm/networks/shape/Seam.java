package io.chiasm.networks.shape;

/**
 * Where two maps were joined side by side: from position {@code at} over the next {@code width} on,
 * centres advance by {@code overlap} pixels less than their stride says. Of the halves of an image
 * that is what the last window of the left one reaches beyond the midline, into padding.
 *
 * @param at position at which it begins
 * @param width in positions
 * @param overlap in pixels; negative where the second map begins later
 */
public record Seam(double at, double width, double overlap) {
  /** How many pixels earlier a position's centre is for it. */
  double shift(double position) {
    return overlap * Math.max(0, Math.min(1, (position - at) / width));
  }

  /**
   * The same seam in positions of a map whose position {@code k} is {@code first + step · k} here.
   */
  Seam through(double first, double step) {
    return new Seam((at - first) / step, width / step, overlap);
  }
}
