package io.chiasm.encoding.bench;

import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Precision;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.pcaols.PcaOlsRegression;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.score.HeldOut;
import io.chiasm.encoding.score.HeldOutScoring;
import io.chiasm.encoding.score.ModelScores;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.testing.HeldBlocks;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.work.Workers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the encoder's products as its own code does it, and the plain product of the same size.
 * Sizes are a participant's: 872 stimuli, 785 of them training, 19,774 vertices of a hemisphere.
 */
abstract class Kernel implements AutoCloseable {
  private static final int STIMULI = 872;
  private static final int TRAINING = 785;
  private static final int VERTICES = 19_774;

  /** Vertices that a worker takes at a time. */
  private static final int CHUNK = 512;

  private final PlainProduct plain;

  private Kernel(PlainProduct plain) {
    this.plain = plain;
  }

  /**
   * Additions and multiplications that the kernel needs: half for a symmetric or triangular one.
   */
  abstract double operations();

  abstract void run();

  PlainProduct plain() {
    return plain;
  }

  @Override
  public void close() {
    plain.close();
  }

  static Kernel of(String name, int threads) {
    return switch (name) {
      case "gram" -> new GramOfActivations(threads);
      case "screening" -> new Screening(threads);
      case "prediction" -> new Prediction(threads);
      case "scoring" -> new Scoring(threads);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * Blocks of 32 stimuli to the halves' Gram matrices: reading, checking, centring and products.
   */
  private static final class GramOfActivations extends Kernel {
    private static final int FEATURES = 16_384;
    private static final int BLOCK = 32;

    private final int threads;
    private final List<FloatTensor> blocks =
        IntStream.range(0, (STIMULI + BLOCK - 1) / BLOCK)
            .mapToObj(i -> Made.floats(i, Math.min(BLOCK, STIMULI - i * BLOCK), FEATURES))
            .toList();

    GramOfActivations(int threads) {
      super(new PlainProduct(STIMULI, FEATURES, STIMULI, threads));
      this.threads = threads;
    }

    @Override
    double operations() {
      return (double) STIMULI * (STIMULI + 1) * FEATURES;
    }

    @Override
    void run() {
      new GramComputation(Made.resources(threads, 1L << 30))
          .ofActivations(
              new HeldBlocks(STIMULI, blocks),
              List.of(Split.hemifields(FEATURES / 64, 8, 8)),
              Scaling.TRACE);
    }
  }

  /** Inner errors of one penalty: responses times a triangular operator, float32. */
  private static final class Screening extends Kernel {
    private final Workers workers;
    private final Matrix upper = Matrix.of(Precision.FLOAT32, TRAINING, TRAINING);
    private final Matrix responses = Matrix.of(Precision.FLOAT32, CHUNK, TRAINING);
    private final List<Matrix> work;

    Screening(int threads) {
      super(new PlainProduct(VERTICES, TRAINING, TRAINING, threads));
      this.workers = new Workers(threads);
      fill(upper);
      fill(responses);
      this.work =
          IntStream.range(0, VERTICES / CHUNK)
              .mapToObj(chunk -> Matrix.of(Precision.FLOAT32, CHUNK, TRAINING))
              .toList();
    }

    @Override
    double operations() {
      return (double) work.size() * CHUNK * TRAINING * (TRAINING + 1);
    }

    @Override
    void run() {
      workers.run(work.stream().map(chunk -> (Runnable) () -> square(chunk)).toList());
    }

    private void square(Matrix chunk) {
      chunk.copyFrom(responses);
      Products.timesUpperTransposed(chunk.all(), upper);
      for (int row = 0; row < CHUNK; row++) {
        Products.squaredNorm(chunk, row);
      }
    }

    @Override
    public void close() {
      super.close();
      workers.close();
      upper.close();
      responses.close();
      work.forEach(Matrix::close);
    }
  }

  /** Held-out predictions of gathered responses, float64. */
  private static final class Prediction extends Kernel {
    private static final int HELD = STIMULI - TRAINING;

    private final Workers workers;
    private final Matrix predictor = Matrix.doubles(HELD, TRAINING);
    private final Matrix responses = Matrix.doubles(CHUNK, TRAINING);
    private final Matrix predictions = Matrix.doubles(VERTICES / CHUNK * CHUNK, HELD);

    Prediction(int threads) {
      super(new PlainProduct(HELD, TRAINING, VERTICES, threads));
      this.workers = new Workers(threads);
      fill(predictor);
      fill(responses);
    }

    @Override
    double operations() {
      return 2.0 * predictions.rows() * TRAINING * HELD;
    }

    @Override
    void run() {
      workers.run(
          IntStream.range(0, VERTICES / CHUNK)
              .mapToObj(chunk -> (Runnable) () -> predict(chunk * CHUNK))
              .toList());
    }

    private void predict(int from) {
      Products.multiply(
          Operand.of(responses.all()),
          Operand.transpose(predictor.all()),
          predictions.rows(from, from + CHUNK));
    }

    @Override
    public void close() {
      super.close();
      workers.close();
      predictor.close();
      responses.close();
      predictions.close();
    }
  }

  /** The same from measured responses to scores: gathering, centring, product, correlation. */
  private static final class Scoring extends Kernel {
    private static final int HELD = STIMULI - TRAINING;

    private final Workers workers;
    private final TrainingSpectrum spectrum;
    private final HeldOutScoring scoring;
    private final FoldFit fit;
    private final ModelScores scores = new ModelScores(1, VERTICES);

    Scoring(int threads) {
      super(new PlainProduct(HELD, TRAINING, VERTICES, threads));
      this.workers = new Workers(threads);
      Responses responses = new Responses(Made.floats(2, STIMULI, VERTICES));
      TrainingRows training = TrainingRows.of(IntStream.range(0, TRAINING).toArray());
      int[] held = IntStream.range(TRAINING, STIMULI).toArray();
      this.spectrum = TrainingSpectrum.of(diagonal(), training, held);
      this.scoring = new HeldOutScoring(new HeldOut(responses, training, held, workers, CHUNK));
      this.fit = new PcaOlsRegression(100).fit(spectrum, training, responses, workers);
    }

    private static Gram diagonal() {
      double[] values = new double[STIMULI * STIMULI];
      IntStream.range(0, STIMULI).forEach(s -> values[s * STIMULI + s] = 1 + s);
      return Gram.of(new DoubleTensor(Shape.of(STIMULI, STIMULI), values));
    }

    @Override
    double operations() {
      return plain().operations();
    }

    @Override
    void run() {
      scoring.score(fit, spectrum, 0, scores);
    }

    @Override
    public void close() {
      super.close();
      workers.close();
      spectrum.close();
    }
  }

  private static void fill(Matrix matrix) {
    double[] row = Made.normals(3, matrix.columns()).values();
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.setRow(i, row, 0);
    }
  }
}
