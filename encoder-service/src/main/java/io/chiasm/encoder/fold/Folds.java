package io.chiasm.encoder.fold;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The outer folds: when each stimulus is held out. Stimuli are in ascending order of their id; a
 * stimulus of fold -1 is never held out and trains every fold.
 */
public final class Folds {
  /** A correlation needs two held-out stimuli. */
  private static final int FEWEST_HELD_OUT = 2;

  /** Each of the five inner folds needs a stimulus, and a line through the others two. */
  private static final int FEWEST_TRAINING = 5;

  private final int[] foldOf;
  private final List<Integer> labels;

  private Folds(int[] foldOf, List<Integer> labels) {
    this.foldOf = foldOf;
    this.labels = labels;
  }

  /**
   * @param foldOf {@code [stimulus]} the fold that holds the stimulus out, or -1
   * @throws InputException if a fold holds out fewer than two stimuli or trains on fewer than five
   */
  public static Folds of(int... foldOf) {
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    for (int stimulus = 0; stimulus < foldOf.length; stimulus++) {
      int fold = foldOf[stimulus];
      if (fold < -1) {
        throw new InputException(
            "folds: stimulus row " + stimulus + " has fold " + fold + "; use 0, 1, … or -1");
      }
      if (fold >= 0) {
        sizes.merge(fold, 1, Integer::sum);
      }
    }
    if (sizes.isEmpty()) {
      throw new InputException("folds: no stimulus is ever held out");
    }
    sizes.forEach((fold, size) -> check(fold, size, foldOf.length - size));
    return new Folds(foldOf.clone(), List.copyOf(sizes.keySet()));
  }

  private static void check(int fold, int heldOut, int training) {
    if (heldOut < FEWEST_HELD_OUT || training < FEWEST_TRAINING) {
      throw new InputException(
          "folds: fold %d holds out %d stimuli and trains on %d; at least %d and %d are needed"
              .formatted(fold, heldOut, training, FEWEST_HELD_OUT, FEWEST_TRAINING));
    }
  }

  /** Number of folds. */
  public int count() {
    return labels.size();
  }

  /** Number of stimuli. */
  public int stimuli() {
    return foldOf.length;
  }

  /** {@code [stimulus]} the fold that holds the stimulus out, or -1. */
  public int[] foldOf() {
    return foldOf.clone();
  }

  /** Rows held out in a fold (counted from 0 in ascending order of the labels), ascending. */
  public int[] heldOut(int fold) {
    int label = labels.get(fold);
    return IntStream.range(0, foldOf.length).filter(s -> foldOf[s] == label).toArray();
  }

  /** Training rows of a fold. */
  public TrainingRows training(int fold) {
    int label = labels.get(fold);
    return TrainingRows.of(
        IntStream.range(0, foldOf.length).filter(s -> foldOf[s] != label).toArray());
  }

  /** The labels of the folds, ascending. */
  public List<Integer> labels() {
    return new ArrayList<>(labels);
  }
}
