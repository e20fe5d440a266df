package io.chiasm.contracts.tensor;

/**
 * A tensor of {@code double}s in row-major order. The array is shared, not copied: tensors are
 * large, and whoever makes one hands it over.
 */
public final class DoubleTensor implements RealTensor {
  private final Shape shape;
  private final double[] values;

  /**
   * @throws IllegalArgumentException if the array does not hold exactly the shape's elements
   */
  public DoubleTensor(Shape shape, double[] values) {
    if (shape.elements() != values.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " needs " + shape.elements() + " values, got " + values.length);
    }
    this.shape = shape;
    this.values = values;
  }

  public static DoubleTensor zeros(long... extents) {
    Shape shape = Shape.of(extents);
    return new DoubleTensor(shape, new double[Math.toIntExact(shape.elements())]);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  /** The values themselves, row-major. */
  public double[] values() {
    return values;
  }
}
