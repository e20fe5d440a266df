package io.chiasm.contracts.tensor;

/**
 * A tensor of real numbers, as narrow as they allow: float32 where every number is one, else
 * float64. Measured numbers may lie far from zero, where float32 has no digits left for what
 * differs between them.
 */
public sealed interface RealTensor permits FloatTensor, DoubleTensor {
  Shape shape();

  /** The element at a row-major index; exact. */
  double get(int index);

  /** The same numbers in float32 if that loses nothing, else the tensor itself. */
  static RealTensor narrowest(DoubleTensor tensor) {
    for (double value : tensor.values()) {
      if (Double.compare((float) value, value) != 0) {
        return tensor;
      }
    }
    return rounded(tensor);
  }

  /** In float32, each number rounded to the nearest. */
  static FloatTensor rounded(DoubleTensor tensor) {
    float[] narrow = new float[tensor.values().length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) tensor.values()[i];
    }
    return new FloatTensor(tensor.shape(), narrow);
  }
}
