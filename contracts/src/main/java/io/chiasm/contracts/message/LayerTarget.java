package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import java.util.List;

/**
 * A layer to extract and where its blocks go.
 *
 * @param tensor name in the graph
 * @param folder key prefix of its blocks; hash of all that its activations depend on
 * @param fanIns documents to be told of each block
 */
public record LayerTarget(String tensor, ObjectKey folder, List<ObjectKey> fanIns) {
  public LayerTarget {
    fanIns = List.copyOf(fanIns);
  }

  /** Key of one block: {@code [stimulus, channel, row, column]}. */
  public ObjectKey block(String block) {
    return folder.child(block + ".npy");
  }
}
