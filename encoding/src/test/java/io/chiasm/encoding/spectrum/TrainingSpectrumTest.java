package io.chiasm.encoding.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Factors;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Primal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSpectrumTest {
  private static final double ROUND_OFF = 1e-10;

  private final Folds folds = Made.folds(30, 5);

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "23, 23", "24, 23", "90, 23"})
  void rankIsThatOfTheCentredTrainingFeatures(int features, int rank) {
    try (TrainingSpectrum spectrum = spectrum(Made.normals(1, 30, features))) {
      assertThat(spectrum.components()).isEqualTo(23);
      assertThat(spectrum.rank()).isEqualTo(rank);
    }
  }

  @Test
  void offsetOfTheFeaturesDoesNotMatter() {
    DoubleTensor x = Made.normals(2, 30, 7);
    DoubleTensor shifted = new DoubleTensor(x.shape(), x.values().clone());
    for (int i = 0; i < shifted.values().length; i++) {
      shifted.values()[i] += 10;
    }
    assertThat(predictor(shifted)).containsExactly(predictor(x), within(ROUND_OFF));
  }

  @Test
  void heldOutStimuliReachNeitherTheFitNorEachOther() {
    DoubleTensor x = Made.normals(3, 30, 7);
    double[] before = predictor(x);
    // Stimulus 5 is the second one held out in fold 0.
    Arrays.fill(x.values(), 5 * 7, 6 * 7, 1000);
    double[] after = predictor(x);
    assertThat(Arrays.copyOfRange(after, 0, 24))
        .containsExactly(Arrays.copyOfRange(before, 0, 24), within(ROUND_OFF));
    assertThat(Arrays.copyOfRange(after, 48, after.length))
        .containsExactly(Arrays.copyOfRange(before, 48, before.length), within(ROUND_OFF));
    assertThat(after[24]).isNotCloseTo(before[24], within(1.0));
  }

  @Test
  void constantResponsesPredictNoDeviation() {
    double[] predictor = predictor(Made.normals(4, 30, 7));
    for (int row = 0; row < 6; row++) {
      double sum = Arrays.stream(predictor, row * 24, row * 24 + 24).sum();
      assertThat(sum).isCloseTo(0, within(ROUND_OFF));
    }
  }

  @Test
  void featuresWithoutVarianceHaveRankZero() {
    try (TrainingSpectrum spectrum = spectrum(DoubleTensor.zeros(30, 3))) {
      assertThat(spectrum.rank()).isZero();
      assertThat(spectrum.largest()).isZero();
    }
  }

  /** {@code K_st (K_tt + I)⁻¹}, solved without a decomposition from features that are centred. */
  @Test
  void predictorIsThatOfTheDirectSolution() {
    // Given
    DoubleTensor x = Made.normals(5, 30, 7);
    int[] training = TrainingRows.of(folds.training(0)).rows();
    double[] centred = x.values().clone();
    for (int f = 0; f < 7; f++) {
      double mean = 0;
      for (int row : training) {
        mean += x.values()[row * 7 + f] / training.length;
      }
      for (int row = 0; row < 30; row++) {
        centred[row * 7 + f] -= mean;
      }
    }
    try (Matrix all = Matrix.of(30, 7, centred);
        Matrix trained = Matrix.doubles(24, 7);
        Matrix held = Matrix.doubles(6, 7);
        Matrix gram = Matrix.doubles(24, 24);
        Matrix solution = Matrix.doubles(24, 6)) {
      for (int i = 0; i < 24; i++) {
        trained.setRow(i, all.row(training[i]), 0);
      }
      for (int i = 0; i < 6; i++) {
        held.setRow(i, all.row(folds.heldOut(0)[i]), 0);
      }
      Operand transposed = Operand.transpose(trained.all());
      Products.multiply(Operand.of(trained.all()), transposed, gram.all());
      for (int i = 0; i < 24; i++) {
        double[] row = gram.row(i);
        row[i] += 1;
        gram.setRow(i, row, 0);
      }
      Products.multiply(Operand.of(trained.all()), Operand.transpose(held.all()), solution.all());
      assertThat(Factors.solveSymmetric(gram, solution.all())).isTrue();
      // When
      double[] predictor = predictor(x);
      // Then
      for (int s = 0; s < 6; s++) {
        for (int i = 0; i < 24; i++) {
          assertThat(predictor[s * 24 + i]).isCloseTo(solution.get(i, s), within(ROUND_OFF));
        }
      }
    }
  }

  /** 24 eigenvectors, and 6 held-out rows of all but the constant one, in float64. */
  @Test
  void memoryIsCountedAndFreed() {
    TrainingSpectrum spectrum = spectrum(Made.normals(1, 30, 7));
    assertThat(spectrum.bytes()).isEqualTo((24 * 24 + 6 * 23) * 8);
    spectrum.close();
    try (Matrix target = Matrix.doubles(1, 24)) {
      assertThatThrownBy(() -> spectrum.scaledVector(0, 1, target, 0))
          .hasMessageContaining("closed");
    }
    double[] weights = new double[23];
    assertThatThrownBy(() -> spectrum.predictor(weights)).hasMessageContaining("closed");
  }

  private double[] predictor(DoubleTensor x) {
    try (TrainingSpectrum spectrum = spectrum(x)) {
      double[] weights = new double[spectrum.components()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1 / (spectrum.value(i) + 1);
      }
      try (Matrix predictor = spectrum.predictor(weights)) {
        return predictor.toArray();
      }
    }
  }

  private TrainingSpectrum spectrum(DoubleTensor x) {
    return TrainingSpectrum.of(
        Gram.of(Primal.gram(x)), TrainingRows.of(folds.training(0)), folds.heldOut(0));
  }
}
