package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.FloatTensor;

/**
 * A tensor to be written.
 *
 * @param name in the state dict
 * @param numbers its values
 * @param counts whether they are whole numbers, which torch keeps as such
 */
public record NamedTensor(String name, FloatTensor numbers, boolean counts) {
  NumberType type() {
    return counts ? NumberType.INT64 : NumberType.FLOAT32;
  }

  long bytes() {
    return (long) numbers.values().length * type().bytes();
  }
}
