package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import java.util.List;

/**
 * One layer of one network over one set of stimuli: what must be there before its Gram matrices can
 * be formed, and what to do then. Lies in the store; written by the planner.
 *
 * @param blocks the blocks that hold the set's stimuli, in the order of the rows
 * @param gram the Gram matrices to form
 * @param tasks what to encode from them
 */
public record FanIn(String study, List<BlockRows> blocks, GramTask gram, List<EncodingTask> tasks) {
  public FanIn {
    blocks = List.copyOf(blocks);
    tasks = List.copyOf(tasks);
  }

  /**
   * Rows of one block.
   *
   * @param block key of the activations
   * @param rows rows wanted, in order; empty for all
   */
  public record BlockRows(ObjectKey block, List<Integer> rows) {
    public BlockRows {
      rows = List.copyOf(rows);
    }
  }
}
