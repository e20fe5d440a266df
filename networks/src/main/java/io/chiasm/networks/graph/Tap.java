package io.chiasm.networks.graph;

import io.chiasm.contracts.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor to become an output of a network.
 *
 * @param tensor its name
 * @param order axes of the tensor in the order in which they are read; empty as they are
 * @param cast whether its numbers are to be made float32
 * @param shape as it is read, of one image; null if unknown
 */
public record Tap(String tensor, List<Long> order, boolean cast, @Nullable Shape shape) {
  public Tap {
    order = List.copyOf(order);
  }
}
