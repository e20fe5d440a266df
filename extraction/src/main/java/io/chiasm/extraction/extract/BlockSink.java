package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.List;

/** Takes the activations of one block after another. */
@FunctionalInterface
public interface BlockSink {
  /**
   * Called in the order of the blocks, by the thread that runs the extraction.
   *
   * @param block place in the list of blocks
   * @param layers per layer {@code [stimulus, channel, row, column]}, or {@code [stimulus,
   *     channel]}; the sink's to keep
   */
  void accept(int block, List<FloatTensor> layers);
}
