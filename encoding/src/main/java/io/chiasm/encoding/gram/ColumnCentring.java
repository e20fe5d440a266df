package io.chiasm.encoding.gram;

import io.chiasm.encoding.gram.FeatureChunks.Chunk;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
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
   * Copies and centres every feature; each is one thread's, so the result does not depend on their
   * number.
   *
   * @param x becomes {@code [stimulus, feature of the chunk]}
   */
  void apply(Chunk chunk, double[] x, int stimuli, int features, Workers workers) {
    List<Runnable> tasks = new ArrayList<>();
    for (int from = 0; from < features; from += TILE) {
      Columns columns = new Columns(from, Math.min(from + TILE, features), stimuli, features);
      tasks.add(() -> apply(chunk, x, columns));
    }
    workers.run(tasks);
  }

  private void apply(Chunk chunk, double[] x, Columns columns) {
    double[] means = means(chunk, x, columns);
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      for (int i = 0; i < means.length; i++) {
        x[at + i] -= means[i];
      }
    }
    if (standardise) {
      divide(x, deviations(x, columns), columns);
    }
  }

  /** Of differences from the first row, so that the mean of equal numbers is that number. */
  private static double[] means(Chunk chunk, double[] x, Columns columns) {
    double[] means = new double[columns.count()];
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      chunk.copy(row, columns.from(), means.length, x, at);
      for (int i = 0; i < means.length; i++) {
        means[i] += x[at + i] - x[columns.from() + i];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] = x[columns.from() + i] + means[i] / columns.stimuli();
    }
    return means;
  }

  private static double[] deviations(double[] x, Columns columns) {
    double[] deviations = new double[columns.count()];
    for (int row = 0; row < columns.stimuli(); row++) {
      int at = columns.start(row);
      for (int i = 0; i < deviations.length; i++) {
        deviations[i] += x[at + i] * x[at + i];
      }
    }
    for (int i = 0; i < deviations.length; i++) {
      double deviation = Math.sqrt(deviations[i] / columns.stimuli());
      deviations[i] = deviation == 0 ? 1 : deviation;
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
