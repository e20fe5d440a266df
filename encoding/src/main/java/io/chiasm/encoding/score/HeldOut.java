package io.chiasm.encoding.score;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.regression.VertexChunks;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One fold's responses, seen some vertices at a time, and what is predicted of those held out. */
public final class HeldOut {
  private final Responses responses;
  private final TrainingRows training;
  private final int[] held;
  private final Workers workers;
  private final int width;

  /**
   * @param held rows held out
   * @param width vertices that a worker holds at a time
   */
  public HeldOut(
      Responses responses, TrainingRows training, int[] held, Workers workers, int width) {
    this.responses = responses;
    this.training = training;
    this.held = held.clone();
    this.workers = workers;
    this.width = width;
  }

  /** How many are held out. */
  int stimuli() {
    return held.length;
  }

  /** See {@link Responses#centred}. */
  double[] centred(int[] vertices, Matrix into) {
    return responses.centred(training, vertices, into);
  }

  /** See {@link Responses#asMeasured}. */
  double asMeasured(double prediction, int vertex) {
    return responses.asMeasured(prediction, vertex);
  }

  /** See {@link TrainingSpectrum#products}. */
  Matrix products(TrainingSpectrum spectrum, Gram part) {
    return spectrum.products(part, training, held);
  }

  /** Shows workers all of the vertices, a chunk at a time. */
  void each(int[] vertices, Consumer<int[]> work) {
    workers.run(
        VertexChunks.of(vertices, width).stream()
            .map(chunk -> (Runnable) () -> work.accept(chunk))
            .collect(Collectors.toList()));
  }

  /** Room for training responses, {@code [vertex, training stimulus]}. */
  Matrix trainingResponses(int vertices) {
    return Matrix.doubles(vertices, training.count());
  }

  /** Room for predictions, {@code [vertex, held-out stimulus]}. */
  Matrix predictions(int vertices) {
    return Matrix.doubles(vertices, held.length);
  }

  /**
   * Measured responses of one vertex.
   *
   * @param into {@code [held-out stimulus]}
   */
  void measured(int vertex, double[] into) {
    for (int s = 0; s < held.length; s++) {
      into[s] = responses.get(held[s], vertex);
    }
  }

  /**
   * Predicts deviations from the training mean.
   *
   * @param centred training responses, {@code [vertex, training stimulus]}
   * @param predictor {@code [held-out stimulus, training stimulus]}
   * @param into {@code [vertex, held-out stimulus]}
   */
  static void predict(Matrix centred, Matrix predictor, Matrix into) {
    Products.multiply(Operand.of(centred.all()), Operand.transpose(predictor.all()), into.all());
  }
}
