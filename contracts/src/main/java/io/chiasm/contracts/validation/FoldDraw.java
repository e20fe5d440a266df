package io.chiasm.contracts.validation;

import io.chiasm.contracts.random.MersenneTwister;
import io.chiasm.contracts.study.ValidationSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Folds drawn from numpy's generator. */
final class FoldDraw {
  private FoldDraw() {}

  static int[] kFold(ValidationSpec.KFold spec, int stimuli) {
    int smallest = stimuli / spec.folds();
    int larger = stimuli % spec.folds();
    String words = "validation: each of " + spec.folds() + " folds";
    FoldCheck.checkSize(words, smallest, stimuli);
    FoldCheck.checkSize(words, smallest + (larger > 0 ? 1 : 0), stimuli);
    int[] shuffled = shuffled(stimuli, spec.seed());
    int[] folds = new int[stimuli];
    int next = 0;
    for (int fold = 0; fold < spec.folds(); fold++) {
      int end = next + smallest + (fold < larger ? 1 : 0);
      for (; next < end; next++) {
        folds[shuffled[next]] = fold;
      }
    }
    return folds;
  }

  static int[] holdout(ValidationSpec.Holdout spec, int stimuli) {
    int training = (int) Math.rint(stimuli * (1 - spec.fraction()));
    FoldCheck.checkSize("validation: holdout " + spec.fraction(), stimuli - training, stimuli);
    int[] shuffled = shuffled(stimuli, spec.seed());
    int[] folds = new int[stimuli];
    Arrays.fill(folds, Folds.NEVER);
    for (int i = training; i < stimuli; i++) {
      folds[shuffled[i]] = 0;
    }
    return folds;
  }

  private static int[] shuffled(int stimuli, long seed) {
    int[] order = IntStream.range(0, stimuli).toArray();
    new MersenneTwister(seed).shuffle(order);
    return order;
  }
}
