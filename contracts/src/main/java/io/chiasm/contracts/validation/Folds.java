package io.chiasm.contracts.validation;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ValidationSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fold in which each stimulus is held out, {@code [stimulus]} in ascending order of stimulus
 * id; {@link #NEVER} for a stimulus that is only trained on. Folds are numbered from 0 without
 * gaps. A fit for a fold trains on every stimulus that the fold does not hold out.
 *
 * <p>Each fold holds out at least {@value #FEWEST_HELD_OUT} stimuli: over two, every correlation is
 * +1 or −1. Each leaves at least {@value #FEWEST_TRAINING} to train on: one for each fold of the
 * inner cross-validation.
 */
public final class Folds {
  /** Fold of a stimulus that is never held out. */
  public static final int NEVER = -1;

  /** Fewest stimuli of a fold. */
  public static final int FEWEST_HELD_OUT = 3;

  /** Fewest stimuli outside a fold. */
  public static final int FEWEST_TRAINING = 5;

  private final int[] folds;
  private final int count;

  private Folds(int[] folds) {
    this.folds = folds;
    this.count = Arrays.stream(folds).max().orElse(NEVER) + 1;
  }

  /**
   * The assignment given, {@code [stimulus]}.
   *
   * @throws InputException if a number is below −1, a number is skipped, or a fold has too few
   *     stimuli inside or outside
   */
  public static Folds of(int[] assignment) {
    FoldCheck.check(assignment, "folds");
    return new Folds(assignment.clone());
  }

  /**
   * Draws folds as numpy would for the same seed.
   *
   * <ul>
   *   <li>k-fold: scikit-learn's {@code KFold(n_splits, shuffle=True, random_state=seed)};
   *   <li>holdout: the Algonauts 2023 tutorial's: of a shuffled {@code arange(n)} the first {@code
   *       round(n · (1 − fraction))} train and the rest is fold 0. The product is taken in float64
   *       and a half is rounded to the even number, as {@code numpy.round} does. (The tutorial
   *       writes the product for 0.1 as {@code n / 100 * 90}; the two round differently for 35
   *       stimuli and a few other odd multiples of 5.)
   * </ul>
   *
   * @param spec k-fold or holdout
   * @param stimuli number of stimuli
   * @throws InputException if a fold would have too few stimuli inside or outside
   * @throws IllegalArgumentException for a fold file, which is read instead
   */
  public static Folds draw(ValidationSpec spec, int stimuli) {
    if (spec instanceof ValidationSpec.KFold kFold) {
      return new Folds(FoldDraw.kFold(kFold, stimuli));
    }
    if (spec instanceof ValidationSpec.Holdout holdout) {
      return new Folds(FoldDraw.holdout(holdout, stimuli));
    }
    throw new IllegalArgumentException("folds of a file are read, not drawn: " + spec);
  }

  /**
   * Reads a table with the columns {@code stimulus,fold}, in any order of rows. A stimulus is
   * written {@code nsd-00013} or {@code 13}; a fold is 0, 1, … or −1 for never held out.
   *
   * @param csv the table
   * @param source its name, for messages
   * @param stimuli the study's stimuli in ascending order, each of which the table must name once
   * @throws InputException naming source and line, if the table is not such a table, names a
   *     stimulus twice, one that is unknown, or not all, or if its folds are no folds
   */
  public static Folds read(String csv, String source, List<StimulusId> stimuli) {
    int[] assignment = FoldTable.read(csv, source, stimuli);
    FoldCheck.check(assignment, source);
    return new Folds(assignment);
  }

  /** The table that {@link #read} reads: one row per stimulus, in ascending order. */
  public String csv(List<StimulusId> stimuli) {
    if (stimuli.size() != folds.length) {
      throw new IllegalArgumentException(
          "folds of " + folds.length + " stimuli, got " + stimuli.size() + " ids");
    }
    return FoldTable.write(folds, stimuli);
  }

  /** Number of stimuli. */
  public int stimuli() {
    return folds.length;
  }

  /** Number of folds; 1 for a holdout. */
  public int count() {
    return count;
  }

  /** Fold that holds out this stimulus, or {@link #NEVER}. */
  public int foldOf(int stimulus) {
    return folds[stimulus];
  }

  /** Positions of the stimuli that this fold holds out, ascending. */
  public int[] heldOut(int fold) {
    checkFold(fold);
    return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
  }

  /** Positions of the stimuli that this fold trains on, ascending. */
  public int[] training(int fold) {
    checkFold(fold);
    return IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
  }

  /** A copy of the assignment, {@code [stimulus]}. */
  public int[] toArray() {
    return folds.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folds that && Arrays.equals(folds, that.folds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(folds);
  }

  @Override
  public String toString() {
    return count + " folds of " + folds.length + " stimuli";
  }

  private void checkFold(int fold) {
    if (fold < 0 || fold >= count) {
      throw new IllegalArgumentException("fold " + fold + " of " + count);
    }
  }
}
