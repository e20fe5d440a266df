package io.chiasm.contracts.validation;

import io.chiasm.contracts.failure.InputException;
import java.util.Arrays;
import java.util.Locale;

/** What makes an assignment of folds usable. */
final class FoldCheck {
  private FoldCheck() {}

  static void check(int[] assignment, String source) {
    int last = Arrays.stream(assignment).max().orElse(Folds.NEVER);
    if (last == Folds.NEVER) {
      throw new InputException(source + ": no stimulus is held out; at least one fold is needed");
    }
    int lowest = Arrays.stream(assignment).min().orElse(last);
    if (lowest < Folds.NEVER) {
      throw new InputException(
          source + ": found fold " + lowest + "; possible: 0, 1, … or -1 for never held out");
    }
    if (last >= assignment.length) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: found fold %d among %d stimuli; possible: folds numbered from 0 without gaps",
              source,
              last,
              assignment.length));
    }
    checkSizes(sizes(assignment, last + 1), assignment.length, source);
  }

  private static int[] sizes(int[] assignment, int folds) {
    int[] sizes = new int[folds];
    Arrays.stream(assignment).filter(f -> f != Folds.NEVER).forEach(f -> sizes[f]++);
    return sizes;
  }

  private static void checkSizes(int[] sizes, int stimuli, String source) {
    for (int fold = 0; fold < sizes.length; fold++) {
      if (sizes[fold] == 0) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: fold %d has no stimulus, but fold %d exists; possible: folds numbered from 0"
                    + " without gaps",
                source,
                fold,
                sizes.length - 1));
      }
      checkSize(source + ": fold " + fold, sizes[fold], stimuli);
    }
  }

  /** Checks one fold that holds out {@code heldOut} of {@code stimuli}. */
  static void checkSize(String fold, int heldOut, int stimuli) {
    if (heldOut < Folds.FEWEST_HELD_OUT) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s holds out %d of %d stimuli; a correlation needs at least %d",
              fold,
              heldOut,
              stimuli,
              Folds.FEWEST_HELD_OUT));
    }
    if (stimuli - heldOut < Folds.FEWEST_TRAINING) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s leaves %d of %d stimuli for training; at least %d are needed",
              fold,
              stimuli - heldOut,
              stimuli,
              Folds.FEWEST_TRAINING));
    }
  }
}
