package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.Shape;

/**
 * A tensor of a state dict.
 *
 * @param key its name
 * @param shape its extents
 * @param role what it is for
 * @param fanIn numbers that enter one output of the module that it belongs to; 1 where none do
 * @param used whether it takes part in evaluation
 */
public record Parameter(String key, Shape shape, Role role, long fanIn, boolean used) {
  Parameter(String key, Shape shape, Role role, long fanIn) {
    this(key, shape, role, fanIn, role != Role.COUNTER);
  }

  /** What a tensor of a state dict is for. */
  public enum Role {
    CONVOLUTION,
    LINEAR,
    BIAS,
    LINEAR_BIAS,
    NORM_SCALE,
    NORM_SHIFT,
    RUNNING_MEAN,
    RUNNING_VARIANCE,
    LAYER_SCALE,
    /** Batches seen in training. */
    COUNTER
  }

  /** Numbers that one input reaches. */
  public long fanOut() {
    return shape.rank() < 2 ? 1 : shape.elements() / shape.extent(1);
  }

  Parameter unused() {
    return new Parameter(key, shape, role, fanIn, false);
  }
}
