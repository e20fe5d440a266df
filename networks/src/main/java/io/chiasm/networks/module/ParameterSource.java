package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.FloatTensor;

/** Where a network's numbers come from. */
@FunctionalInterface
public interface ParameterSource {
  /** The numbers of a declared parameter, in its declared shape. */
  FloatTensor read(String key);

  /** Whether it has the numbers of a declared parameter; a network ends where they are missing. */
  default boolean has(String key) {
    return true;
  }
}
