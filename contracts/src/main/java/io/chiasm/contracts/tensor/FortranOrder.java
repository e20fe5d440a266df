package io.chiasm.contracts.tensor;

/** Maps a column-major array (first axis fastest) to row-major order (last axis fastest). */
final class FortranOrder {
  private FortranOrder() {}

  /** Takes the element at {@code from} of the file to {@code to} of the tensor. */
  interface Move {
    void move(int from, int to);
  }

  /** Visits every element once, in ascending {@code to}. */
  static void forEach(Shape shape, Move move) {
    int rank = shape.rank();
    int elements = Math.toIntExact(shape.elements());
    int[] strides = new int[rank];
    int stride = 1;
    for (int axis = 0; elements > 0 && axis < rank; axis++) {
      strides[axis] = stride;
      stride *= (int) shape.extent(axis);
    }
    int[] index = new int[rank];
    int from = 0;
    for (int to = 0; to < elements; to++) {
      move.move(from, to);
      for (int axis = rank - 1; axis >= 0; axis--) {
        from += strides[axis];
        if (++index[axis] < shape.extent(axis)) {
          break;
        }
        from -= index[axis] * strides[axis];
        index[axis] = 0;
      }
    }
  }
}
