package io.chiasm.contracts.tensor;

/**
 * A tensor of {@code long}s in row-major order. The array is shared, not copied: tensors are large,
 * and whoever makes one hands it over.
 */
public final class LongTensor {
  private final Shape shape;
  private final long[] values;

  /**
   * @throws IllegalArgumentException if the array does not hold exactly the shape's elements
   */
  public LongTensor(Shape shape, long[] values) {
    if (shape.elements() != values.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " needs " + shape.elements() + " values, got " + values.length);
    }
    this.shape = shape;
    this.values = values;
  }

  public static LongTensor zeros(long... extents) {
    Shape shape = Shape.of(extents);
    return new LongTensor(shape, new long[Math.toIntExact(shape.elements())]);
  }

  public Shape shape() {
    return shape;
  }

  /** The values themselves, row-major. */
  public long[] values() {
    return values;
  }
}
