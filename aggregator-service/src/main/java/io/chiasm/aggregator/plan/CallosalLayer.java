package io.chiasm.aggregator.plan;

import io.chiasm.contracts.message.NetworkRef;

/**
 * A layer of a network that is split in its architecture.
 *
 * @param network the edited graph
 * @param callosum tensor where the halves are joined; {@code none} where the layer comes before,
 *     which then is the same for every callosum
 * @param shared whether the middle column of an input of odd width is seen by both halves
 */
public record CallosalLayer(NetworkRef network, String callosum, boolean shared) {}
