package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.Shape;
import java.nio.file.Path;

/** A mask file: one whole number per vertex, of any of numpy's integer types. */
final class IntegerMask {
  private IntegerMask() {}

  /** {@code [vertex]} the numbers; {@code vertices} is how many there must be. */
  static int[] read(Path file, int vertices, String whatVertices) {
    return ArrayFile.numbers(file, mask -> ids(file, mask, vertices, whatVertices));
  }

  private static int[] ids(Path file, NpyFile mask, int vertices, String whatVertices) {
    if (!mask.header().type().integral()) {
      throw new DefectException(
          file, "element type " + mask.header().type().code(), "an integer type such as i8");
    }
    if (!mask.header().shape().equals(Shape.of(vertices))) {
      throw new DefectException(
          file,
          "shape " + mask.header().shape(),
          "(" + vertices + ",), one number per " + whatVertices);
    }
    long[] values = mask.longs().values();
    int[] ids = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      ids[vertex] = fit(file, values[vertex], vertex);
    }
    return ids;
  }

  private static int fit(Path file, long value, int vertex) {
    if (value != (int) value) {
      throw new DefectException(file, "id " + value + " at vertex " + vertex, "a small number");
    }
    return (int) value;
  }
}
