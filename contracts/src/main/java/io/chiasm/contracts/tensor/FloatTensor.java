package io.chiasm.contracts.tensor;

/**
 * A tensor of {@code float}s in row-major order. The array is shared, not copied: tensors are
 * large, and whoever makes one hands it over.
 */
public final class FloatTensor implements RealTensor {
  private final Shape shape;
  private final float[] values;

  /**
   * @throws IllegalArgumentException if the array does not hold exactly the shape's elements
   */
  public FloatTensor(Shape shape, float[] values) {
    if (shape.elements() != values.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " needs " + shape.elements() + " values, got " + values.length);
    }
    this.shape = shape;
    this.values = values;
  }

  public static FloatTensor zeros(long... extents) {
    Shape shape = Shape.of(extents);
    return new FloatTensor(shape, new float[Math.toIntExact(shape.elements())]);
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
  public float[] values() {
    return values;
  }
}
