package io.chiasm.encoding.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Primal;
import io.chiasm.encoding.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeLawsTest {
  /** Two float64 solutions of systems with a condition up to 1e4. */
  private static final double SOLVER = 1e-9;

  /** What alpha = 1e-6 still shrinks where the least eigenvalue is about 10, on values near 10. */
  private static final double NEAR_LIMIT = 2e-6;

  private static final int STIMULI = 37;
  private static final List<Double> ALPHAS = List.of(1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0, 1e3, 1e4);

  private final Folds folds = Made.folds(STIMULI, 4);
  private final TrainingRows training = TrainingRows.of(folds.training(1));
  private final int[] held = folds.heldOut(1);

  @ParameterizedTest
  @CsvSource({"9, 0.001", "9, 1", "9, 1000", "60, 0.001", "60, 1", "60, 1000"})
  void shortcutOfTheInnerCrossValidationEqualsExplicitRefits(int features, double alpha) {
    DoubleTensor x = Made.normals(1, STIMULI, features);
    assertShortcut(x, Made.responses(x, 3, 2, 5), alpha);
  }

  @Test
  void shortcutHoldsForDuplicatedStimuliAndDuplicatedFeatures() {
    DoubleTensor x = Made.normals(2, STIMULI, 12);
    for (int s = 20; s < STIMULI; s++) {
      System.arraycopy(x.values(), (s - 20) * 12, x.values(), s * 12, 12);
    }
    for (int s = 0; s < STIMULI; s++) {
      x.values()[s * 12 + 11] = x.values()[s * 12];
    }
    assertShortcut(x, Made.responses(x, 3, 2, 5), 0.01);
  }

  @ParameterizedTest
  @CsvSource({"9, 0.001", "9, 10", "60, 0.001", "60, 10"})
  void dualPredictionsEqualPrimalOnes(int features, double alpha) {
    DoubleTensor x = Made.normals(3, STIMULI, features);
    double[] y = Made.column(Made.responses(x, 1, 1, 6), 0);
    assertThat(predictions(x, y, alpha))
        .containsExactly(Primal.predict(x, y, training.rows(), held, alpha), within(SOLVER));
  }

  @Test
  void vanishingAlphaGivesLeastSquares() {
    DoubleTensor x = Made.normals(4, STIMULI, 9);
    double[] y = Made.column(Made.responses(x, 1, 1, 7), 0);
    assertThat(predictions(x, y, 1e-6))
        .containsExactly(Primal.predict(x, y, training.rows(), held, 0), within(NEAR_LIMIT));
  }

  @Test
  void endlessAlphaPredictsTheTrainingMean() {
    DoubleTensor x = Made.normals(5, STIMULI, 9);
    double[] y = Made.column(Made.responses(x, 1, 1, 8), 0);
    double mean = IntStream.of(training.rows()).mapToDouble(s -> y[s]).average().orElseThrow();
    double[] means = new double[held.length];
    Arrays.fill(means, mean);
    assertThat(predictions(x, y, 1e14)).containsExactly(means, within(SOLVER));
  }

  @Test
  void choiceEqualsExplicitRefits() {
    DoubleTensor x = Made.normals(6, STIMULI, 15);
    FloatTensor responses = Made.responses(x, 12, 9, 9);
    int[] choice = choice(x, responses, ALPHAS, 64 << 20, true);
    for (int vertex = 0; vertex < 12; vertex++) {
      double[] y = Made.column(responses, vertex);
      double[] errors =
          ALPHAS.stream().mapToDouble(a -> Primal.innerErrors(x, y, a, training)).toArray();
      double least = Arrays.stream(errors).min().orElseThrow();
      assertThat(errors[choice[vertex]]).isEqualTo(least);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 1, 30})
  void screeningInFloat32DoesNotChangeTheChoice(double noise) {
    DoubleTensor x = Made.normals(7, STIMULI, 20);
    FloatTensor responses = Made.responses(x, 300, noise, 10);
    assertThat(choice(x, responses, ALPHAS, 64 << 20, true))
        .isEqualTo(choice(x, responses, ALPHAS, 64 << 20, false));
  }

  @Test
  void screeningKeepsPenaltiesWhoseErrorsDrownInFloat32() {
    // Without noise and with few features, errors go to zero with alpha, far below float32.
    DoubleTensor x = Made.normals(7, STIMULI, 6);
    FloatTensor responses = Made.responses(x, 100, 0, 10);
    List<Double> alphas = List.of(1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3);
    assertThat(choice(x, responses, alphas, 64 << 20, true))
        .isEqualTo(choice(x, responses, alphas, 64 << 20, false));
  }

  @Test
  void choiceDoesNotDependOnTheMemoryAtHand() {
    DoubleTensor x = Made.normals(8, STIMULI, 20);
    FloatTensor responses = Made.responses(x, 300, 20, 11);
    // One byte: one operator at a time, the narrowest chunks.
    assertThat(choice(x, responses, ALPHAS, 1, true))
        .isEqualTo(choice(x, responses, ALPHAS, 64 << 20, true));
  }

  @Test
  void equalErrorsChooseTheLargestAlpha() {
    DoubleTensor x = Made.normals(9, STIMULI, 5);
    assertThat(choice(x, FloatTensor.zeros(STIMULI, 1), ALPHAS, 64 << 20, true))
        .containsExactly(ALPHAS.size() - 1);
  }

  @Test
  void alphasUnderTheResolutionAreNotChosen() {
    DoubleTensor x = Made.normals(10, STIMULI, 5);
    FloatTensor noiseFree = Made.responses(x, 4, 0, 12);
    assertThat(choice(x, noiseFree, List.of(1e-15, 1e-5), 64 << 20, true)).containsOnly(1);
    List<Double> tiny = List.of(1e-16, 1e-15);
    assertThatThrownBy(() -> choice(x, noiseFree, tiny, 64 << 20, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("under the Gram matrix's numerical resolution");
  }

  /** More components than are multiplied at a time. */
  @Test
  void shortcutHoldsForThousandsOfStimuli() {
    Folds many = Made.folds(1_400, 5);
    DoubleTensor x = Made.normals(11, 1_400, 3);
    TrainingRows rows = TrainingRows.of(many.training(1));
    assertThat(rows.count()).isGreaterThan(1_025);
    assertShortcut(x, Made.responses(x, 2, 2, 5), 10, rows, many.heldOut(1));
  }

  private void assertShortcut(DoubleTensor x, FloatTensor responses, double alpha) {
    assertShortcut(x, responses, alpha, training, held);
  }

  private static void assertShortcut(
      DoubleTensor x, FloatTensor responses, double alpha, TrainingRows training, int[] held) {
    int vertices = (int) responses.shape().extent(1);
    int[] all = IntStream.range(0, vertices).toArray();
    try (TrainingSpectrum spectrum = TrainingSpectrum.of(Gram.of(Primal.gram(x)), training, held);
        ResidualOperator operator = ResidualOperator.of(spectrum, alpha, training);
        Matrix y = Matrix.doubles(vertices, training.count())) {
      new Responses(responses).centred(training, all, y);
      Products.timesUpperTransposed(y.all(), operator.upper());
      for (int vertex : all) {
        double expected = Primal.innerErrors(x, Made.column(responses, vertex), alpha, training);
        assertThat(Products.squaredNorm(y, vertex)).isCloseTo(expected, within(SOLVER * expected));
      }
    }
  }

  private double[] predictions(DoubleTensor x, double[] y, double alpha) {
    double mean = IntStream.of(training.rows()).mapToDouble(s -> y[s]).average().orElseThrow();
    double[] centred = IntStream.of(training.rows()).mapToDouble(s -> y[s] - mean).toArray();
    try (TrainingSpectrum spectrum = TrainingSpectrum.of(Gram.of(Primal.gram(x)), training, held);
        Matrix predictor =
            spectrum.predictor(
                new RidgeFit(spectrum, new double[] {alpha}, new int[1], new double[0])
                    .weights(0));
        Matrix responses = Matrix.of(centred.length, 1, centred);
        Matrix deviations = Matrix.doubles(held.length, 1)) {
      Products.multiply(Operand.of(predictor.all()), Operand.of(responses.all()), deviations.all());
      return Arrays.stream(deviations.toArray()).map(d -> d + mean).toArray();
    }
  }

  private int[] choice(
      DoubleTensor x, FloatTensor responses, List<Double> alphas, long bytes, boolean screening) {
    Responses checked = new Responses(responses);
    int[] choice = new int[checked.vertices()];
    try (TrainingSpectrum spectrum = TrainingSpectrum.of(Gram.of(Primal.gram(x)), training, held);
        Workers workers = new Workers(2)) {
      FoldFit fit =
          new RidgeRegression(alphas, bytes, screening).fit(spectrum, training, checked, workers);
      for (int predictor = 0; predictor < fit.predictors(); predictor++) {
        for (int vertex : fit.vertices(predictor)) {
          choice[vertex] = predictor;
        }
      }
    }
    return choice;
  }
}
