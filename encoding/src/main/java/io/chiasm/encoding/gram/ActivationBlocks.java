package io.chiasm.encoding.gram;

import io.chiasm.contracts.tensor.FloatTensor;

/**
 * A layer's activations for a set of stimuli, in blocks that follow each other in ascending order
 * of stimulus id. Each block is asked for once, in order.
 */
public interface ActivationBlocks {
  /** Number of stimuli of all blocks together. */
  int stimuli();

  /** Number of blocks. */
  int count();

  /** A block's activations {@code [stimulus, channel, row, column]}. */
  FloatTensor block(int index);
}
