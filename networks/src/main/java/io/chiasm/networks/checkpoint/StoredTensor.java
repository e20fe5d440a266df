package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where the numbers of one tensor lie in a file.
 *
 * @param type of its numbers
 * @param shape its extents
 * @param strides numbers from one entry to the next, per axis
 * @param position of its first number in the file, in bytes
 */
record StoredTensor(NumberType type, Shape shape, List<Long> strides, long position) {
  /** No weight of a classifier comes near; keeps a tensor within one Java buffer. */
  static final long MAX_NUMBERS = 200_000_000;

  StoredTensor {
    // A step along an axis of one entry is never taken, whatever its length.
    Long[] taken = strides.toArray(Long[]::new);
    for (int axis = 0; axis < taken.length; axis++) {
      taken[axis] = shape.extent(axis) > 1 ? taken[axis] : 0;
    }
    strides = List.of(taken);
  }

  /** A tensor whose numbers follow each other row by row. */
  static StoredTensor rowMajor(NumberType type, Shape shape, long position) {
    return new StoredTensor(type, shape, rowMajor(shape), position);
  }

  private static List<Long> rowMajor(Shape shape) {
    Long[] strides = new Long[shape.rank()];
    long step = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= shape.extent(axis);
    }
    return List.of(strides);
  }

  /** Numbers that extents multiply to, checked against the limit. */
  static long numbers(List<Long> extents) {
    long product = 1;
    for (long extent : extents) {
      if (extent < 0 || extent > MAX_NUMBERS) {
        throw new BadCheckpointException("has a tensor of impossible extents " + extents);
      }
      product *= extent;
      if (product > MAX_NUMBERS) {
        throw new BadCheckpointException(
            "has a tensor of extents " + extents + ", more than " + MAX_NUMBERS + " numbers");
      }
    }
    return product;
  }

  /** Numbers from the first to the last that it uses, both included. */
  long span() {
    long last = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (shape.extent(axis) == 0) {
        return 0;
      }
      last = Math.addExact(last, Math.multiplyExact(shape.extent(axis) - 1, strides.get(axis)));
    }
    if (last >= MAX_NUMBERS) {
      throw new BadCheckpointException("has a tensor that reaches over " + last + " numbers");
    }
    return last + 1;
  }

  /** Reads the numbers, row-major. */
  FloatTensor read(FileBytes file) {
    int size = Math.toIntExact(Math.multiplyExact(span(), (long) type.bytes()));
    ByteBuffer content = file.range(position, size);
    float[] values = new float[Math.toIntExact(shape.elements())];
    int[] at = new int[shape.rank()];
    int index = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = type.get(content, index);
      index = next(at, index);
    }
    return new FloatTensor(shape, values);
  }

  /** Steps to the next entry in row-major order. */
  private int next(int[] at, int index) {
    int moved = index;
    for (int axis = at.length - 1; axis >= 0; axis--) {
      int stride = Math.toIntExact(strides.get(axis));
      moved += stride;
      if (++at[axis] < shape.extent(axis)) {
        return moved;
      }
      moved -= Math.toIntExact(stride * shape.extent(axis));
      at[axis] = 0;
    }
    return moved;
  }
}
