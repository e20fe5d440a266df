package io.chiasm.contracts.study;

import org.jspecify.annotations.Nullable;

/**
 * Where in a training a checkpoint stands.
 *
 * @param series name that the checkpoints of one training share
 * @param epoch counted from 0, the network before its training
 * @param accuracy top-1 in percent, on what the network was trained for; null if it is not known
 */
public record TrainingPoint(String series, long epoch, @Nullable Double accuracy) {
  /** The largest epoch. */
  public static final long LARGEST_EPOCH = 999_999_999L;
}
