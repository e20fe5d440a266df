package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.InputSize;
import java.util.List;

/** A network's {@code input_size}. */
final class InputSizeReader {
  private static final String POSSIBLE =
      "a number of pixels such as 224, or [height, width], from 1 to " + InputSize.MOST;

  private InputSizeReader() {}

  static InputSize read(Value value) {
    if (!value.isList()) {
      int side = pixels(value);
      return new InputSize(side, side);
    }
    List<Value> sides = value.itemsOrNone(Integer.MAX_VALUE, POSSIBLE);
    if (sides.size() != 2) {
      throw value.place().wrong("found " + sides.size() + " values", POSSIBLE);
    }
    return new InputSize(pixels(sides.get(0)), pixels(sides.get(1)));
  }

  private static int pixels(Value value) {
    return (int) value.number(p -> p == Math.rint(p) && p >= 1 && p <= InputSize.MOST, POSSIBLE);
  }
}
