package io.chiasm.encoder.ridge;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.regression.FoldFit;
import io.chiasm.encoder.regression.FoldRegression;
import io.chiasm.encoder.response.Responses;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;
import java.util.List;

/**
 * Ridge: {@code ŷ_s = ȳ + K_st U (Λ + αI)⁻¹ Uᵀ (Y_t − ȳ)}, α per vertex from a grid by five-fold
 * inner cross-validation on the training stimuli; the smallest sum of squared errors wins, of equal
 * ones the larger α.
 */
public final class RidgeRegression implements FoldRegression {
  private final double[] alphas;
  private final long memoryBytes;
  private final boolean screening;

  /**
   * @param alphas the grid, ascending and positive
   * @param memoryBytes for operators and buffers
   */
  public RidgeRegression(List<Double> alphas, long memoryBytes) {
    this(alphas, memoryBytes, true);
  }

  /** With {@code screening} off, every product is float64: the same choice, slower. */
  RidgeRegression(List<Double> alphas, long memoryBytes, boolean screening) {
    this.alphas = alphas.stream().mapToDouble(Double::doubleValue).toArray();
    this.memoryBytes = memoryBytes;
    this.screening = screening;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InputException if every alpha is under the Gram matrix's numerical resolution
   */
  @Override
  public FoldFit fit(
      TrainingSpectrum spectrum, TrainingRows training, Responses responses, Workers workers) {
    return fit(spectrum, training, responses, workers, new double[0]);
  }

  /**
   * Fits all vertices and tells their inner errors.
   *
   * @param toBeat {@code [vertex]} error above which a vertex's own need not be known; empty if
   *     none is wanted
   * @throws InputException if every alpha is under the Gram matrix's numerical resolution
   */
  public RidgeFit fit(
      TrainingSpectrum spectrum,
      TrainingRows training,
      Responses responses,
      Workers workers,
      double[] toBeat) {
    RidgeBudget budget =
        RidgeBudget.of(memoryBytes, workers.threads(), training.count(), alphas.length, screening);
    try (OperatorShelf shelf = new OperatorShelf(spectrum, training, alphas, budget.group())) {
      double largest = alphas[alphas.length - 1];
      if (!shelf.usable(largest)) {
        throw new InputException(
            "alphas: the largest, %s, is under the Gram matrix's numerical resolution %s"
                    .formatted(largest, spectrum.resolution())
                + "; use larger alphas or 'scaling: trace'");
      }
      AlphaChoice choice = new AlphaChoice(shelf, training, responses, workers, budget);
      int[] chosen = choice.choose();
      double[] errors = toBeat.length == 0 ? toBeat : choice.errors(chosen, toBeat);
      return new RidgeFit(spectrum, alphas, chosen, errors);
    }
  }
}
