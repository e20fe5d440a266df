package io.chiasm.encoding.response;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measured responses {@code [stimulus, vertex]} of one hemisphere, all finite.
 *
 * <p>Float64 responses may lie anywhere: every vertex is seen in a unit and from an offset of its
 * own, a power of two near its largest value and its first response. Neither rounds what differs
 * between stimuli, nothing overflows, and no score depends on them. Float32 responses are seen as
 * they are.
 */
public final class Responses {
  /** Vertices read together: so many of a stimulus that the processor fetches ahead. */
  private static final int TILE = 128;

  /** Stimuli read together: as many streams as the processor follows, and whole cache lines. */
  private static final int STREAMS = 16;

  private final int stimuli;
  private final int vertices;
  private final RealTensor values;
  private final double[] scales;
  private final double[] offsets;

  /**
   * @param tensor {@code [stimulus, vertex]}
   * @throws InputException if it is not a matrix or holds NaN or infinity
   */
  public Responses(RealTensor tensor) {
    if (tensor.shape().rank() != 2) {
      throw new InputException(
          "responses: shape " + tensor.shape() + " should be (stimuli, vertices)");
    }
    this.stimuli = Math.toIntExact(tensor.shape().extent(0));
    this.vertices = Math.toIntExact(tensor.shape().extent(1));
    this.values = tensor;
    this.scales = new double[vertices];
    this.offsets = new double[vertices];
    Arrays.fill(scales, 1);
    double[] largest = largest();
    if (tensor instanceof DoubleTensor && stimuli > 0) {
      for (int vertex = 0; vertex < vertices; vertex++) {
        scales[vertex] = scale(largest[vertex]);
        offsets[vertex] = values.get(vertex) * scales[vertex];
      }
    }
  }

  private double[] largest() {
    double[] largest = new double[vertices];
    for (int stimulus = 0; stimulus < stimuli; stimulus++) {
      for (int vertex = 0; vertex < vertices; vertex++) {
        double size = Math.abs(measured(stimulus, vertex));
        if (!(size <= Double.MAX_VALUE)) {
          throw new InputException(
              String.format(
                  Locale.ROOT,
                  "responses: vertex %d at stimulus row %d is %s; every response must be finite",
                  vertex,
                  stimulus,
                  measured(stimulus, vertex)));
        }
        largest[vertex] = Math.max(largest[vertex], size);
      }
    }
    return largest;
  }

  /** A power of two that brings the size near 1, within what a power of two can. */
  private static double scale(double size) {
    int exponent = Math.max(Math.getExponent(size), -Double.MAX_EXPONENT);
    return Math.scalb(1.0, -exponent);
  }

  public int stimuli() {
    return stimuli;
  }

  public int vertices() {
    return vertices;
  }

  /** A response as it was measured. */
  public double measured(int stimulus, int vertex) {
    return values.get(stimulus * vertices + vertex);
  }

  /** A response in the vertex's unit, from its offset. */
  public double get(int stimulus, int vertex) {
    return measured(stimulus, vertex) * scales[vertex] - offsets[vertex];
  }

  /** Takes a response in the vertex's unit and from its offset back to the measured ones' scale. */
  public double asMeasured(double response, int vertex) {
    return (response + offsets[vertex]) / scales[vertex];
  }

  /** In the precision of the measured responses. */
  public RealTensor inTheirPrecision(DoubleTensor tensor) {
    return values instanceof FloatTensor ? RealTensor.rounded(tensor) : tensor;
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
    double[] some = new double[Math.multiplyExact(stimuli, wanted.length)];
    for (int s = 0; s < stimuli; s++) {
      for (int i = 0; i < wanted.length; i++) {
        some[s * wanted.length + i] = measured(s, wanted[i]);
      }
    }
    Shape shape = Shape.of(stimuli, wanted.length);
    return new Responses(inTheirPrecision(new DoubleTensor(shape, some)));
  }

  /**
   * Gathers training responses less their mean, in their vertices' units.
   *
   * @param wanted vertices to gather
   * @param target {@code [wanted vertex, training position]}
   * @return mean training response of every wanted vertex, in its unit and from its offset
   */
  public double[] centred(TrainingRows training, int[] wanted, Matrix target) {
    double[] means = new double[wanted.length];
    double[] tile = new double[Math.min(TILE, wanted.length) * training.count()];
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
    if (values instanceof FloatTensor narrow) {
      gather(narrow.values(), rows, wanted, from, count, tile);
      return;
    }
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < count; i++) {
        tile[i * rows.length + j] = get(rows[j], wanted[from + i]);
      }
    }
  }

  /** Float32 responses are seen as they are, and they are most: a loop over an array. */
  private void gather(
      float[] measured, int[] rows, int[] wanted, int from, int count, double[] tile) {
    for (int first = 0; first < rows.length; first += STREAMS) {
      int end = Math.min(first + STREAMS, rows.length);
      for (int i = 0; i < count; i++) {
        int vertex = wanted[from + i];
        for (int j = first; j < end; j++) {
          tile[i * rows.length + j] = measured[rows[j] * vertices + vertex];
        }
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
