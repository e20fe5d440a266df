package io.chiasm.encoding.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
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
