package io.chiasm.kubernetes;

import io.kubernetes.client.custom.Quantity;

/** Amounts such as {@code 2Gi} and {@code 500m}. */
final class Quantities {
  private Quantities() {}

  /** Zero if there is none or it is none. */
  static double of(Node node) {
    try {
      return node.exists() ? Quantity.fromString(node.text()).getNumber().doubleValue() : 0;
    } catch (RuntimeException e) {
      return 0;
    }
  }
}
