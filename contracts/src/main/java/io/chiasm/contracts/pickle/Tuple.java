package io.chiasm.contracts.pickle;

import java.util.List;

/** A Python tuple, told apart from a list. */
public record Tuple(List<Object> items) {
  public Tuple {
    items = List.copyOf(items);
  }
}
