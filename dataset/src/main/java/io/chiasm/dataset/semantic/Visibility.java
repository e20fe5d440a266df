package io.chiasm.dataset.semantic;

/**
 * In which halves of a stimulus a category can be seen.
 *
 * @param left whether any of it lies left of the midline
 * @param right whether any of it lies right of the midline
 */
public record Visibility(boolean left, boolean right) {
  /**
   * @param leftFraction share of its area left of the midline, 0 to 1; NaN if not known, and then
   *     in neither half
   */
  static Visibility of(double leftFraction) {
    return new Visibility(leftFraction > 0, leftFraction < 1);
  }

  /** What is seen of either. */
  Visibility or(Visibility other) {
    return new Visibility(left || other.left, right || other.right);
  }
}
