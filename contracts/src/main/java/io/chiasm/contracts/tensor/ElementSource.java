package io.chiasm.contracts.tensor;

import java.nio.ByteBuffer;

/** A tensor as the writer sees it: type, shape, and elements that can be put into a buffer. */
record ElementSource(ElementType type, Shape shape, Encoder encoder) {
  /** Puts {@code count} elements, from the one at {@code at}, into the buffer. */
  interface Encoder {
    void encode(int at, int count, ByteBuffer to);
  }

  static ElementSource of(RealTensor tensor) {
    return tensor instanceof DoubleTensor wide ? of(wide) : of((FloatTensor) tensor);
  }

  static ElementSource of(FloatTensor tensor) {
    return new ElementSource(
        ElementType.FLOAT32,
        tensor.shape(),
        (at, count, to) -> to.asFloatBuffer().put(tensor.values(), at, count));
  }

  static ElementSource of(DoubleTensor tensor) {
    return new ElementSource(
        ElementType.FLOAT64,
        tensor.shape(),
        (at, count, to) -> to.asDoubleBuffer().put(tensor.values(), at, count));
  }

  static ElementSource of(LongTensor tensor) {
    return new ElementSource(
        ElementType.INT64,
        tensor.shape(),
        (at, count, to) -> to.asLongBuffer().put(tensor.values(), at, count));
  }
}
