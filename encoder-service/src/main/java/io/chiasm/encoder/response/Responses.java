package io.chiasm.encoder.response;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.numerics.Matrix;
import java.util.Locale;

/** Measured responses {@code [stimulus, vertex]} of one hemisphere, all finite. */
public final class Responses {
  /** Vertices read together: their cache lines and those written fit the first-level cache. */
  private static final int TILE = 32;

  private final int stimuli;
  private final int vertices;
  private final float[] values;

  /**
   * @param tensor {@code [stimulus, vertex]}
   * @throws InputException if it is not a matrix or holds NaN or infinity
   */
  public Responses(FloatTensor tensor) {
    if (tensor.shape().rank() != 2) {
      throw new InputException(
          "responses: shape " + tensor.shape() + " should be (stimuli, vertices)");
    }
    this.stimuli = Math.toIntExact(tensor.shape().extent(0));
    this.vertices = Math.toIntExact(tensor.shape().extent(1));
    this.values = tensor.values();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "responses: vertex %d at stimulus row %d is %s; every response must be finite",
                i % vertices,
                i / vertices,
                values[i]));
      }
    }
  }

  public int stimuli() {
    return stimuli;
  }

  public int vertices() {
    return vertices;
  }

  public float get(int stimulus, int vertex) {
    return values[stimulus * vertices + vertex];
  }

  /** Whether a vertex has one response to all these stimuli. */
  public boolean constant(int vertex, int[] rows) {
    for (int row : rows) {
      if (get(row, vertex) != get(rows[0], vertex)) {
        return false;
      }
    }
    return true;
  }

  /** The same stimuli and of the vertices only these, in this order. */
  public Responses only(int[] wanted) {
    float[] some = new float[Math.multiplyExact(stimuli, wanted.length)];
    for (int s = 0; s < stimuli; s++) {
      for (int i = 0; i < wanted.length; i++) {
        some[s * wanted.length + i] = get(s, wanted[i]);
      }
    }
    return new Responses(new FloatTensor(Shape.of(stimuli, wanted.length), some));
  }

  /**
   * Gathers training responses less their mean.
   *
   * @param wanted vertices to gather
   * @param target {@code [wanted vertex, training position]}
   * @return mean training response of every wanted vertex
   */
  public double[] centred(TrainingRows training, int[] wanted, Matrix target) {
    double[] means = new double[wanted.length];
    double[] tile = new double[TILE * training.count()];
    for (int from = 0; from < wanted.length; from += TILE) {
      int count = Math.min(TILE, wanted.length - from);
      gather(training.rows(), wanted, from, count, tile);
      for (int i = 0; i < count; i++) {
        means[from + i] = centre(tile, i * training.count(), training.count());
        target.setRow(from + i, tile, i * training.count());
      }
    }
    return means;
  }

  private void gather(int[] rows, int[] wanted, int from, int count, double[] tile) {
    for (int j = 0; j < rows.length; j++) {
      int base = rows[j] * vertices;
      for (int i = 0; i < count; i++) {
        tile[i * rows.length + j] = values[base + wanted[from + i]];
      }
    }
  }

  private static double centre(double[] values, int from, int count) {
    double sum = 0;
    for (int j = from; j < from + count; j++) {
      sum += values[j];
    }
    double mean = sum / count;
    for (int j = from; j < from + count; j++) {
      values[j] -= mean;
    }
    return mean;
  }
}
