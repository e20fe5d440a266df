package io.chiasm.encoding.fold;

/**
 * The training stimuli of one outer fold, ordered so that the inner folds lie side by side. The
 * inner fold of the j-th training row, in order of stimulus id, is {@code j mod 5}.
 */
public final class TrainingRows {
  /** Inner folds of the choice of alpha. */
  public static final int INNER_FOLDS = 5;

  private final int[] rows;
  private final int[] starts;

  private TrainingRows(int[] rows, int[] starts) {
    this.rows = rows;
    this.starts = starts;
  }

  /** The stimulus rows of a fold's training set, ascending. */
  public static TrainingRows of(int[] ascending) {
    int[] rows = new int[ascending.length];
    int[] starts = new int[INNER_FOLDS + 1];
    int next = 0;
    for (int inner = 0; inner < INNER_FOLDS; inner++) {
      for (int j = inner; j < ascending.length; j += INNER_FOLDS) {
        rows[next++] = ascending[j];
      }
      starts[inner + 1] = next;
    }
    return new TrainingRows(rows, starts);
  }

  public int count() {
    return rows.length;
  }

  /** Stimulus row of every training position; shared, not to be written. */
  public int[] rows() {
    return rows;
  }

  /** First training position of an inner fold. */
  public int start(int inner) {
    return starts[inner];
  }

  /** One past the last training position of an inner fold. */
  public int end(int inner) {
    return starts[inner + 1];
  }
}
