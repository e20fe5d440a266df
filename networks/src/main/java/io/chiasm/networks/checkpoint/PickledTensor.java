package io.chiasm.networks.checkpoint;

import java.util.List;

/**
 * A tensor as a pickle describes it: a view of a storage.
 *
 * @param storage that holds its numbers
 * @param offset of its first number in the storage
 * @param size its extents
 * @param strides numbers from one entry to the next, per axis
 */
record PickledTensor(Storage storage, long offset, List<Long> size, List<Long> strides) {
  private static final int MAX_RANK = 16;

  PickledTensor {
    if (size.size() > MAX_RANK) {
      throw new BadCheckpointException("has a tensor of " + size.size() + " axes");
    }
    if (size.size() != strides.size() || offset < 0 || strides.stream().anyMatch(s -> s < 0)) {
      throw new BadCheckpointException(
          "has a tensor of extents " + size + " with strides " + strides + " at " + offset);
    }
  }

  /**
   * Numbers in a row that tensors look at.
   *
   * @param key name of its zip entry, or in the list of the old format
   * @param numbers how many it holds
   */
  record Storage(NumberType type, String key, long numbers) {}
}
