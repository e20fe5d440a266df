package io.chiasm.study.plan;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.message.NetworkRef;
import org.jspecify.annotations.Nullable;

/**
 * One run of a network over the photographs.
 *
 * @param callosal the edited network that runs in its place; null for the network itself
 */
record Pass(InputVariant variant, @Nullable CallosalLayer callosal) {
  static Pass of(InputVariant variant) {
    return new Pass(variant, null);
  }

  /** The graph that runs. */
  NetworkRef graph(Material.Network network) {
    return callosal == null ? network.network() : callosal.network();
  }
}
