package io.chiasm.report.reliability;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.FoldLateralisation;
import io.chiasm.report.statistics.Pearson;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How alike two halves of the folds find a hemisphere's map of lateralisation: the first, third …
 * and the second, fourth … fold.
 *
 * @param folds all of them
 * @param vertices that have a value in every fold
 * @param r Pearson correlation over these vertices between the halves' mean lateralisations; NaN
 *     for a constant map
 */
public record SplitHalf(
    ParticipantId participant,
    Hemisphere hemisphere,
    Condition condition,
    int folds,
    int vertices,
    double r) {
  /** Fewer vertices have no correlation worth the name. */
  private static final int LEAST_VERTICES = 3;

  /** Empty for fewer than two folds, or too few vertices. */
  static Optional<SplitHalf> of(EncodingCell cell, FoldLateralisation lateralisation) {
    int[] complete =
        IntStream.range(0, lateralisation.vertices()).filter(lateralisation::complete).toArray();
    if (lateralisation.folds() < 2 || complete.length < LEAST_VERTICES) {
      return Optional.empty();
    }
    double r = Pearson.r(half(lateralisation, complete, 0), half(lateralisation, complete, 1));
    return Optional.of(
        new SplitHalf(
            cell.participant(),
            cell.hemisphere(),
            cell.condition(),
            lateralisation.folds(),
            complete.length,
            r));
  }

  /**
   * Reliability of the mean over all folds, {@code 2r / (1 + r)}: Spearman (1910)
   * doi:10.1111/j.2044-8295.1910.tb00206.x, Brown (1910) doi:10.1111/j.2044-8295.1910.tb00207.x. A
   * negative r gives a negative value, which is left as it is; −1 gives NaN.
   */
  public double reliability() {
    return r > -1 ? 2 * r / (1 + r) : Double.NaN;
  }

  /** {@code [vertex]} mean over every other fold. */
  private static double[] half(FoldLateralisation lateralisation, int[] vertices, int first) {
    double[] means = new double[vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      int count = 0;
      for (int fold = first; fold < lateralisation.folds(); fold += 2) {
        means[i] += lateralisation.get(fold, vertices[i]);
        count++;
      }
      means[i] /= count;
    }
    return means;
  }
}
