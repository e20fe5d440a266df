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

  /** As float16, each number rounded to the nearest; from 65520 on that is infinity. */
  static ElementSource halves(FloatTensor tensor) {
    return new ElementSource(
        ElementType.FLOAT16,
        tensor.shape(),
        (at, count, to) -> HalfFloat.round(tensor.values(), at, count, to));
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
