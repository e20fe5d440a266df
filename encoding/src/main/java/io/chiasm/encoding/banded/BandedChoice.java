package io.chiasm.encoding.banded;

import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.ridge.RidgeFit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Banded ridge in one fold: {@code K_γ = γ K_right + (1−γ) K_left}, γ and α per vertex by the inner
 * cross-validation's sum of squared errors. The ridge of every γ is offered, in any order; the
 * smallest error wins, of equal ones the larger α, then the γ nearest to one half, then the
 * smaller.
 *
 * @see <a href="https://doi.org/10.1016/j.neuroimage.2022.119728">Dupré la Tour et al. 2022,
 *     doi:10.1016/j.neuroimage.2022.119728</a>
 */
public final class BandedChoice {
  private final double[] errors;
  private final double[] alphas;
  private final double[] gammas;
  private int components;

  public BandedChoice(int vertices) {
    this.errors = new double[vertices];
    this.alphas = new double[vertices];
    this.gammas = new double[vertices];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
  }

  /** {@code [vertex]} the smallest error so far. */
  public double[] toBeat() {
    return errors.clone();
  }

  /**
   * Takes the ridge of one γ.
   *
   * @return the same fit for the vertices alone that it is the best for so far; it replaces what
   *     earlier fits gave them
   */
  public FoldFit offer(double gamma, RidgeFit fit) {
    boolean[] better = new boolean[errors.length];
    for (int vertex = 0; vertex < errors.length; vertex++) {
      better[vertex] = better(vertex, gamma, fit);
      if (better[vertex]) {
        errors[vertex] = fit.error(vertex);
        alphas[vertex] = fit.chosenAlpha(vertex);
        gammas[vertex] = gamma;
      }
    }
    components = Math.max(components, fit.components());
    return new Chosen(fit, gamma, better, components);
  }

  private boolean better(int vertex, double gamma, RidgeFit fit) {
    double error = fit.error(vertex);
    if (error != errors[vertex] || Double.isInfinite(error)) {
      return error < errors[vertex];
    }
    double alpha = fit.chosenAlpha(vertex);
    if (alpha != alphas[vertex]) {
      return alpha > alphas[vertex];
    }
    double distance = Math.abs(gamma - 0.5);
    double other = Math.abs(gammas[vertex] - 0.5);
    return distance == other ? gamma < gammas[vertex] : distance < other;
  }

  private static final class Chosen implements FoldFit {
    private final RidgeFit fit;
    private final double gamma;
    private final boolean[] better;
    private final int components;

    Chosen(RidgeFit fit, double gamma, boolean[] better, int components) {
      this.fit = fit;
      this.gamma = gamma;
      this.better = better;
      this.components = components;
    }

    @Override
    public int predictors() {
      return fit.predictors();
    }

    @Override
    public int[] vertices(int predictor) {
      return IntStream.of(fit.vertices(predictor)).filter(v -> better[v]).toArray();
    }

    @Override
    public double[] weights(int predictor) {
      return fit.weights(predictor);
    }

    @Override
    public double alpha(int predictor) {
      return fit.alpha(predictor);
    }

    @Override
    public double gamma(int predictor) {
      return gamma;
    }

    @Override
    public int components() {
      return components;
    }
  }
}
