package io.chiasm.encoder.gram;

import io.chiasm.encoder.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Centres features over all stimuli, and standardises them if wanted. A later centring by training
 * means is not changed by it; products only lose their common offset, which would cost digits.
 */
final class ColumnCentring {
  /** Features of a task: their rows are whole cache lines, their sums stay in the first cache. */
  private static final int TILE = 512;

  private final boolean standardise;

  ColumnCentring(boolean standardise) {
    this.standardise = standardise;
  }

  /**
   * Centres every feature; each is one thread's, so the result does not depend on their number.
   *
   * @param x {@code [stimulus, feature]}, changed in place
   */
  void apply(double[] x, int stimuli, int features, Workers workers) {
    List<Runnable> tasks = new ArrayList<>();
    for (int from = 0; from < features; from += TILE) {
      Columns columns = new Columns(from, Math.min(from + TILE, features), stimuli, features);
      tasks.add(() -> apply(x, columns));
    }
    workers.run(tasks);
  }

  private void apply(double[] x, Columns columns) {
    double[] means = new double[columns.count()];
    boolean[] constant = new boolean[columns.count()];
    Arrays.fill(constant, true);
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      for (int i = 0; i < means.length; i++) {
        means[i] += x[at + i];
        constant[i] &= x[at + i] == x[columns.from() + i];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= columns.stimuli();
    }
    double[] squares = new double[means.length];
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      for (int i = 0; i < means.length; i++) {
        // The mean of equal numbers may differ from them in the last bit.
        double centred = constant[i] ? 0 : x[at + i] - means[i];
        x[at + i] = centred;
        squares[i] += centred * centred;
      }
    }
    if (standardise) {
      divide(x, deviations(squares, columns.stimuli()), columns);
    }
  }

  private static double[] deviations(double[] squares, int stimuli) {
    double[] deviations = new double[squares.length];
    for (int feature = 0; feature < squares.length; feature++) {
      double deviation = Math.sqrt(squares[feature] / stimuli);
      deviations[feature] = deviation == 0 ? 1 : deviation;
    }
    return deviations;
  }

  private static void divide(double[] x, double[] by, Columns columns) {
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      for (int i = 0; i < by.length; i++) {
        x[at + i] /= by[i];
      }
    }
  }

  /** Some neighbouring columns of a row-major matrix. */
  private record Columns(int from, int to, int stimuli, int features) {
    int count() {
      return to - from;
    }

    /** Index of a row's first element. */
    int start(int row) {
      return row * features + from;
    }
  }
}
