package io.chiasm.encoding.gram;

import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.encoding.spectrum.Gram;
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

  /** Number of stimuli. */
  public int stimuli() {
    return Math.toIntExact(first.shape().extent(0));
  }

  /** Of all features. */
  public Gram full() {
    return WeightedGram.of(this, 1, 1, 1);
  }

  /** Of the first half, with the rest if the midline is shared. */
  public Gram firstHalf(Midline midline) {
    return WeightedGram.of(this, 1, 0, midline == Midline.SHARE ? 1 : 0);
  }

  /** Of the second half, with the rest if the midline is shared. */
  public Gram secondHalf(Midline midline) {
    return WeightedGram.of(this, 0, 1, midline == Midline.SHARE ? 1 : 0);
  }

  /** {@code γ K_second + (1−γ) K_first}; a shared midline belongs to both. */
  public Gram blend(double gamma, Midline midline) {
    return WeightedGram.of(this, 1 - gamma, gamma, midline == Midline.SHARE ? 1 : 0);
  }

  /** The first group's part of the full matrix: a shared midline counts half to either. */
  public Gram firstPart(Midline midline) {
    return WeightedGram.of(this, 1, 0, midline == Midline.SHARE ? 0.5 : 0);
  }

  /** The second group's part of the full matrix. */
  public Gram secondPart(Midline midline) {
    return WeightedGram.of(this, 0, 1, midline == Midline.SHARE ? 0.5 : 0);
  }
}
