package io.chiasm.encoding.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Primal;
import io.chiasm.encoding.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WiderGridTest {
  /** Two float64 solutions of systems with a condition up to 1e4, as a part of an error. */
  private static final double SOLVER = 1e-8;

  private static final long PLENTY = 64 << 20;
  private static final int STIMULI = 30;

  /** Of an end of the grid, what lies beyond it one decade after another. */
  private static final List<Double> UP = List.of(1.0, 10.0, 1e2, 1e3, 1e4, 1e5, 1e6);

  private static final List<Double> DOWN = List.of(1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  private final Folds folds = Made.folds(STIMULI, 4);
  private final TrainingRows training = TrainingRows.of(folds.training(1));
  private final DoubleTensor x = Made.normals(1, STIMULI, 6);
  private final FloatTensor signal = Made.responses(x, 5, 0.1, 2);
  private final FloatTensor noise = Made.responses(x, 5, 1e6, 3);
  private final TrainingSpectrum spectrum =
      TrainingSpectrum.of(Gram.of(Primal.gram(x)), training, folds.heldOut(1));

  @AfterEach
  void free() {
    spectrum.close();
  }

  @Test
  void aSmallerPenaltyGainsThePartOfTheErrorThatItSpares() {
    double[] gains = gains(signal, 1e3, 1e4);
    for (int vertex = 0; vertex < 5; vertex++) {
      double gain = part(signal, vertex, 1e3, DOWN);
      assertThat(gain).isGreaterThan(0.5);
      assertThat(gains[vertex]).isCloseTo(-gain, within(SOLVER));
    }
  }

  @Test
  void aLargerPenaltyGainsThePartOfTheErrorThatItSpares() {
    double[] gains = gains(noise, 1e-3, 1e-2);
    for (int vertex = 0; vertex < 5; vertex++) {
      double gain = part(noise, vertex, 1e-2, UP);
      assertThat(gain).isGreaterThan(0.05);
      assertThat(gains[vertex]).isCloseTo(gain, within(SOLVER));
    }
  }

  @Test
  void whoChoseAnInnerPenaltyGainsNothing() {
    // The largest would be tried, and the smallest is not worth it.
    double[] gains = gains(signal, 1e-6, 0.1, 1e3);
    assertThat(gains).containsOnly(0);
  }

  @Test
  void farBeyondAllEigenvaluesNothingIsTried() {
    double most = spectrum.largest();
    assertThat(gains(noise, 1e-3, 101 * most)).containsOnly(0);
    assertThat(Arrays.stream(gains(noise, 1e-3, 50 * most)).max().orElseThrow()).isPositive();
    double least = spectrum.value(spectrum.components() - spectrum.rank());
    FloatTensor clean = Made.responses(x, 5, 0, 2);
    assertThat(gains(clean, least / 101, 1e3)).containsOnly(0);
    assertThat(gains(clean, least / 50, 1e3)).doesNotContain(0);
  }

  @Test
  void aVertexWithoutAnErrorGainsNothing() {
    assertThat(gains(FloatTensor.zeros(STIMULI, 2), 1e-3, 1e-2)).containsExactly(0, 0);
  }

  @Test
  void aSinglePenaltyLiesAtNoEnd() {
    assertThat(gains(signal, 1e3)).containsOnly(Double.NaN);
  }

  @Test
  void ofManyVerticesSomeAreLookedAtEvenlySpaced() {
    // Given
    FloatTensor many = Made.responses(x, 600, 0.1, 4);
    // When
    double[] gains = gains(many, 1e3, 1e4);
    // Then
    int[] looked = IntStream.range(0, 600).filter(v -> !Double.isNaN(gains[v])).toArray();
    assertThat(looked).hasSize(256).startsWith(0, 2, 4, 7).endsWith(595, 597);
    assertThat(gains[597]).isCloseTo(-part(many, 597, 1e3, DOWN), within(SOLVER));
  }

  /** By fits to all but an inner fold, one after another. */
  private double part(FloatTensor responses, int vertex, double end, List<Double> beyond) {
    double[] y = Made.column(responses, vertex);
    double[] errors =
        beyond.stream().mapToDouble(b -> Primal.innerErrors(x, y, end * b, training)).toArray();
    return 1 - Arrays.stream(errors).min().orElseThrow() / errors[0];
  }

  private double[] gains(FloatTensor responses, Double... alphas) {
    Responses checked = new Responses(responses);
    try (Workers workers = new Workers(2)) {
      RidgeFit fit =
          new RidgeRegression(List.of(alphas), PLENTY)
              .fit(spectrum, training, checked, workers, new double[0]);
      return new WiderGrid(PLENTY).gains(fit, spectrum, training, checked, workers);
    }
  }
}
