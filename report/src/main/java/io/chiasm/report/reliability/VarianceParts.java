package io.chiasm.report.reliability;

/**
 * Parts of the variance of a number that every participant, hemisphere, seed and fold has one of,
 * by the method of moments (analysis of variance) for the balanced design {@code participants /
 * hemispheres × seeds × folds}, hemispheres within participants:
 *
 * <pre>{@code y = μ + P + H(P) + S + F + H×S + H×F + S×F + e}</pre>
 *
 * All effects are random. Each mean square is set equal to its expectation, and the equations are
 * solved: Searle, Casella and McCulloch (1992), Variance Components, chapter 4,
 * doi:10.1002/9780470316856. Unbiased, so an estimate may be negative, and is left so.
 *
 * @param participants variance between participants; NaN for one participant
 * @param hemispheres between the hemispheres of a participant, a fixed difference of left and right
 *     included; with one seed and one fold what is left over, too. NaN for one hemisphere each
 * @param seeds between seeds, common to all hemispheres; NaN for one seed
 * @param folds between folds, common to all hemispheres; NaN for one fold
 * @param rest interactions and chance: how much more a single value differs; NaN for one seed and
 *     one fold
 */
public record VarianceParts(
    double participants, double hemispheres, double seeds, double folds, double rest) {
  /**
   * @param y {@code [participant][hemisphere][seed][fold]}, of the same size everywhere, finite
   */
  static VarianceParts of(double[][][][] y) {
    return new MeanSquares(new CrossedDesign(y)).parts();
  }
}
