package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * One layer of one network over one set of stimuli: what must be there before its Gram matrices can
 * be formed, and what to do then. Lies in the store; written by the planner.
 *
 * @param blocks the blocks that hold the set's stimuli, in the order of the rows; for the split of
 *     the image those of the left half and then, in the same order, those of the right half
 * @param gram the Gram matrices to form
 * @param controls further ones that the same reading of the blocks serves
 * @param tasks what to encode from them
 */
public record FanIn(
    String study,
    List<BlockRows> blocks,
    GramTask gram,
    List<GramTask> controls,
    List<EncodingTask> tasks) {
  public FanIn {
    blocks = List.copyOf(blocks);
    controls = List.copyOf(controls);
    tasks = List.copyOf(tasks);
  }

  /** Without controls. */
  public FanIn(String study, List<BlockRows> blocks, GramTask gram, List<EncodingTask> tasks) {
    this(study, blocks, gram, List.of(), tasks);
  }

  /** All Gram matrices that one reading of the blocks serves. */
  public Stream<GramTask> grams() {
    return Stream.concat(Stream.of(gram), controls.stream());
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
