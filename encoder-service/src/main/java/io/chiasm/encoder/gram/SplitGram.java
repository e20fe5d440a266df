package io.chiasm.encoder.gram;

import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gram matrices {@code K = X Xᵀ} {@code [stimulus, stimulus]} of a split's groups of features.
 * Disjoint groups add: the full matrix is their sum.
 */
public final class SplitGram {
  private final DoubleTensor first;
  private final DoubleTensor second;
  private final @Nullable DoubleTensor rest;

  private SplitGram(DoubleTensor first, DoubleTensor second, @Nullable DoubleTensor rest) {
    this.first = first;
    this.second = second;
    this.rest = rest;
    check(second);
    if (rest != null) {
      check(rest);
    }
  }

  /** Of a split without a rest. */
  public static SplitGram of(DoubleTensor first, DoubleTensor second) {
    return new SplitGram(first, second, null);
  }

  public static SplitGram of(DoubleTensor first, DoubleTensor second, DoubleTensor rest) {
    return new SplitGram(first, second, rest);
  }

  private void check(DoubleTensor other) {
    long stimuli = first.shape().rank() == 2 ? first.shape().extent(0) : -1;
    if (!other.shape().equals(first.shape()) || first.shape().extent(1) != stimuli) {
      throw new IllegalArgumentException(
          "Gram matrices of shapes " + first.shape() + " and " + other.shape());
    }
  }

  /** Of the first group alone (the left half). */
  public DoubleTensor first() {
    return first;
  }

  /** Of the second group alone (the right half). */
  public DoubleTensor second() {
    return second;
  }

  /** Of what is in neither half, if there is anything. */
  public Optional<DoubleTensor> rest() {
    return Optional.ofNullable(rest);
  }

  /** Of all features. */
  public DoubleTensor full() {
    DoubleTensor halves = sum(first, second);
    return rest == null ? halves : sum(halves, rest);
  }

  /** Of the first half, with the rest if the midline is shared. */
  public DoubleTensor firstHalf(Midline midline) {
    return withMidline(first, midline);
  }

  /** Of the second half, with the rest if the midline is shared. */
  public DoubleTensor secondHalf(Midline midline) {
    return withMidline(second, midline);
  }

  private DoubleTensor withMidline(DoubleTensor half, Midline midline) {
    return rest != null && midline == Midline.SHARE ? sum(half, rest) : half;
  }

  private static DoubleTensor sum(DoubleTensor a, DoubleTensor b) {
    double[] sum = a.values().clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b.values()[i];
    }
    return new DoubleTensor(a.shape(), sum);
  }
}
