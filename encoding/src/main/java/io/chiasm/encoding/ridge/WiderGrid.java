package io.chiasm.encoding.ridge;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether vertices that chose the smallest or the largest penalty of a grid would fare better with
 * a wider one. At either end of a grid the error is usually flat: penalties far below all
 * eigenvalues are as good as none, and penalties far above all of them give the same predictions
 * but for a factor. So a wider grid is tried, on some of the vertices.
 */
public final class WiderGrid {
  /** Vertices that are looked at, evenly spaced over all. */
  static final int SAMPLE = 256;

  /** How far the wider grid reaches beyond an end of the grid, in steps of ten. */
  private static final int DECADES = 6;

  /** A penalty this many times above or below an eigenvalue leaves nothing, or all, of it. */
  private static final double FAR = 100;

  private final long memoryBytes;

  /**
   * @param memoryBytes for operators and buffers
   */
  public WiderGrid(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  /**
   * {@code [vertex]} the part by which a wider grid lowers the inner cross-validation's sum of
   * squared errors: below 0 what penalties under the smallest do, above 0 what penalties over the
   * largest do; NaN of vertices that are not looked at.
   */
  public double[] gains(
      RidgeFit fit,
      TrainingSpectrum spectrum,
      TrainingRows training,
      Responses responses,
      Workers workers) {
    double[] gains = new double[responses.vertices()];
    Arrays.fill(gains, Double.NaN);
    int[] sample = sample(responses.vertices());
    if (fit.predictors() == 1) {
      // A single penalty was not chosen from a grid, so it lies at no end of one.
      return gains;
    }
    IntStream.of(sample).forEach(vertex -> gains[vertex] = 0);
    double smallest = fit.alpha(0);
    double largest = fit.alpha(fit.predictors() - 1);
    Beyond beyond = new Beyond(spectrum, training, responses, workers);
    if (smallest * FAR > least(spectrum)) {
      beyond.put(chose(sample, fit, smallest), smallest, 0.1, -1, gains);
    }
    if (largest < FAR * spectrum.largest()) {
      beyond.put(chose(sample, fit, largest), largest, 10, 1, gains);
    }
    return gains;
  }

  private static int[] sample(int vertices) {
    int count = Math.min(SAMPLE, vertices);
    return IntStream.range(0, count).map(i -> (int) ((long) i * vertices / count)).toArray();
  }

  private static int[] chose(int[] sample, RidgeFit fit, double alpha) {
    return IntStream.of(sample).filter(vertex -> fit.chosenAlpha(vertex) == alpha).toArray();
  }

  /** The smallest eigenvalue that is none of round-off. */
  private static double least(TrainingSpectrum spectrum) {
    return IntStream.range(0, spectrum.components())
        .mapToDouble(spectrum::value)
        .filter(value -> value > spectrum.resolution())
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Fits again with penalties beyond one end of the grid. */
  private final class Beyond {
    private final TrainingSpectrum spectrum;
    private final TrainingRows training;
    private final Responses responses;
    private final Workers workers;

    Beyond(TrainingSpectrum spectrum, TrainingRows training, Responses responses, Workers workers) {
      this.spectrum = spectrum;
      this.training = training;
      this.responses = responses;
      this.workers = workers;
    }

    void put(int[] vertices, double end, double step, int sign, double[] gains) {
      List<Double> further =
          IntStream.rangeClosed(1, DECADES)
              .mapToObj(i -> end * Math.pow(step, i))
              .filter(alpha -> alpha > spectrum.resolution() && Double.isFinite(alpha))
              .sorted()
              .toList();
      if (vertices.length == 0 || further.isEmpty()) {
        return;
      }
      Responses some = responses.only(vertices);
      RidgeFit narrow = fit(List.of(end), some);
      RidgeFit wide = fit(further, some);
      for (int i = 0; i < vertices.length; i++) {
        double least = Math.min(narrow.error(i), wide.error(i));
        gains[vertices[i]] = narrow.error(i) > 0 ? sign * (1 - least / narrow.error(i)) : 0;
      }
    }

    private RidgeFit fit(List<Double> alphas, Responses some) {
      double[] all = new double[some.vertices()];
      Arrays.fill(all, Double.POSITIVE_INFINITY);
      return new RidgeRegression(alphas, memoryBytes).fit(spectrum, training, some, workers, all);
    }
  }
}
