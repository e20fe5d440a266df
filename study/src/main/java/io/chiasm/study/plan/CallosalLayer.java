package io.chiasm.study.plan;

import io.chiasm.contracts.message.NetworkRef;

/**
 * A layer of a network that is split in its architecture.
 *
 * @param network the edited graph
 * @param callosum tensor where the halves are joined; {@code none} where the layer comes before,
 *     which then is the same for every callosum
 * @param shared whether the middle column of an input of odd width is seen by both halves
 * @param sharedGates whether the layer's gates average over both halves; false where it has none
 */
public record CallosalLayer(
    NetworkRef network, String callosum, boolean shared, boolean sharedGates) {
  /** A layer with gates of its own in each half. */
  public CallosalLayer(NetworkRef network, String callosum, boolean shared) {
    this(network, callosum, shared, false);
  }
}
