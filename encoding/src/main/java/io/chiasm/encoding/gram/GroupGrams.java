package io.chiasm.encoding.gram;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.numerics.Window;
import io.chiasm.encoding.split.Group;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums the Gram matrices of a split's groups over chunks of features, float64. */
final class GroupGrams implements AutoCloseable {
  /**
   * Stimuli of a tile. Tiles are the unit of parallel work; each is one product per chunk whoever
   * computes it, so the result does not depend on the number of threads.
   */
  private static final int TILE = 256;

  private final int stimuli;
  private final Split split;
  private final Workers workers;
  private final Map<Group, Matrix> sums = new EnumMap<>(Group.class);

  GroupGrams(int stimuli, Split split, Workers workers) {
    this.stimuli = stimuli;
    this.split = split;
    this.workers = workers;
    for (Group group : Group.values()) {
      if (group != Group.REST || split.size(group) > 0) {
        sums.put(group, Matrix.doubles(stimuli, stimuli));
      }
    }
  }

  /**
   * Adds the products of a chunk's features.
   *
   * @param x {@code [stimulus, feature of the chunk]}
   * @param from the chunk's first feature
   */
  void add(double[] x, int from, int length) {
    for (Map.Entry<Group, Matrix> sum : sums.entrySet()) {
      int[] columns = columns(sum.getKey(), from, length);
      if (columns.length > 0) {
        try (Matrix chunk = gathered(x, length, columns)) {
          addProducts(chunk, sum.getValue());
        }
      }
    }
  }

  private int[] columns(Group group, int from, int length) {
    return IntStream.range(0, length)
        .filter(column -> split.group(from + column) == group)
        .toArray();
  }

  private Matrix gathered(double[] x, int length, int[] columns) {
    Matrix chunk = Matrix.doubles(stimuli, columns.length);
    List<Runnable> tasks = new ArrayList<>();
    for (int tile = 0; tile < stimuli; tile += TILE) {
      int first = tile;
      tasks.add(
          () -> {
            double[] row = new double[columns.length];
            for (int s = first; s < Math.min(first + TILE, stimuli); s++) {
              for (int i = 0; i < columns.length; i++) {
                row[i] = x[s * length + columns[i]];
              }
              chunk.setRow(s, row, 0);
            }
          });
    }
    workers.run(tasks);
    return chunk;
  }

  private void addProducts(Matrix chunk, Matrix sum) {
    List<Runnable> tasks = new ArrayList<>();
    for (int row = 0; row < stimuli; row += TILE) {
      for (int column = 0; column <= row; column += TILE) {
        Window a = chunk.rows(row, Math.min(row + TILE, stimuli));
        Window b = chunk.rows(column, Math.min(column + TILE, stimuli));
        Window c = new Window(sum, row, column, a.rows(), b.rows());
        tasks.add(
            row == column
                ? () -> Products.addGramOfRows(a, c)
                : () -> Products.addProduct(Operand.of(a), Operand.transpose(b), c));
      }
    }
    workers.run(tasks);
  }

  /** Sum of the diagonals of all groups. */
  double trace() {
    double trace = 0;
    for (Matrix sum : sums.values()) {
      for (int s = 0; s < stimuli; s++) {
        trace += sum.get(s, s);
      }
    }
    return trace;
  }

  /** The finished matrices, each divided by {@code scale}; nothing can be added afterwards. */
  SplitGram finished(double scale) {
    boolean rest = sums.containsKey(Group.REST);
    DoubleTensor first = finished(Group.FIRST, scale);
    DoubleTensor second = finished(Group.SECOND, scale);
    return rest
        ? SplitGram.of(first, second, finished(Group.REST, scale))
        : SplitGram.of(first, second);
  }

  private DoubleTensor finished(Group group, double scale) {
    Matrix sum = sums.get(group);
    if (sum == null) {
      throw new IllegalStateException("no features in group " + group);
    }
    Products.mirrorLower(sum);
    double[] values = sum.toArray();
    // One matrix at a time is held twice: they are large.
    sums.remove(group);
    sum.close();
    for (int i = 0; i < values.length; i++) {
      values[i] /= scale;
    }
    return new DoubleTensor(Shape.of(stimuli, stimuli), values);
  }

  @Override
  public void close() {
    sums.values().forEach(Matrix::close);
  }
}
