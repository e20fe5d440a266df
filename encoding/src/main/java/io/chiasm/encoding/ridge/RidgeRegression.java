package io.chiasm.encoding.ridge;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.regression.FoldRegression;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
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
    try (OperatorShelf shelf = shelf(spectrum, training, workers.threads())) {
      return fit(shelf, responses, workers, toBeat);
    }
  }

  /**
   * The operators of one feature space, for any number of fits to other responses. None is built
   * yet.
   *
   * @param spectrum stays open as long as the shelf is used
   */
  public OperatorShelf shelf(TrainingSpectrum spectrum, TrainingRows training, int threads) {
    return new OperatorShelf(spectrum, training, alphas, budget(training, threads).group());
  }

  /** Bytes of the memory that no fit to so many training stimuli needs. */
  public long spare(TrainingRows training, int threads) {
    return budget(training, threads).spare();
  }

  /**
   * Fits all vertices and tells their inner errors.
   *
   * @param shelf of {@link #shelf}; keeps the operators if they all fit the memory at once
   * @param toBeat {@code [vertex]} error above which a vertex's own need not be known; empty if
   *     none is wanted
   * @throws InputException if every alpha is under the Gram matrix's numerical resolution
   */
  public RidgeFit fit(OperatorShelf shelf, Responses responses, Workers workers, double[] toBeat) {
    double largest = alphas[alphas.length - 1];
    TrainingSpectrum spectrum = shelf.spectrum();
    if (!shelf.usable(largest)) {
      throw new InputException(
          "alphas: the largest, %s, is under the Gram matrix's numerical resolution %s"
                  .formatted(largest, spectrum.resolution())
              + "; use larger alphas or 'scaling: trace'");
    }
    RidgeBudget budget = budget(shelf.training(), workers.threads());
    AlphaChoice choice = new AlphaChoice(shelf, shelf.training(), responses, workers, budget);
    int[] chosen = choice.choose();
    double[] errors = toBeat.length == 0 ? toBeat : choice.errors(chosen, toBeat);
    return new RidgeFit(spectrum, alphas, chosen, errors);
  }

  private RidgeBudget budget(TrainingRows training, int threads) {
    return RidgeBudget.of(memoryBytes, threads, training.count(), alphas.length, screening);
  }
}
