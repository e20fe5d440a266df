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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banded ridge compares inner errors, and asks only for those that may be the least so far. */
class RidgeErrorsTest {
  /** Two float64 solutions of systems with a condition up to 1e4, as a part of an error. */
  private static final double SOLVER = 1e-9;

  private static final int VERTICES = 40;
  private static final List<Double> ALPHAS = List.of(0.1, 1.0, 10.0, 1e3);

  private final Folds folds = Made.folds(30, 4);
  private final TrainingRows training = TrainingRows.of(folds.training(1));
  private final DoubleTensor x = Made.normals(1, 30, 6);
  private final FloatTensor responses = Made.responses(x, VERTICES, 4, 2);
  private final TrainingSpectrum spectrum =
      TrainingSpectrum.of(Gram.of(Primal.gram(x)), training, folds.heldOut(1));

  @AfterEach
  void free() {
    spectrum.close();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "1, false", "67108864, true", "67108864, false"})
  void theErrorOfAChosenPenaltyIsTheLeastOfRefitsToAllButAnInnerFold(long bytes, boolean screen) {
    double[] unbeaten = new double[VERTICES];
    Arrays.fill(unbeaten, Double.POSITIVE_INFINITY);
    RidgeFit fit = fit(bytes, screen, unbeaten);
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      double[] y = Made.column(responses, vertex);
      double least =
          ALPHAS.stream()
              .mapToDouble(alpha -> Primal.innerErrors(x, y, alpha, training))
              .min()
              .orElseThrow();
      assertThat(fit.error(vertex)).isCloseTo(least, within(SOLVER * least));
      assertThat(Primal.innerErrors(x, y, fit.chosenAlpha(vertex), training))
          .isCloseTo(least, within(SOLVER * least));
    }
  }

  @Test
  void anErrorThatEqualsTheOneToBeatIsKnown() {
    double[] errors = known();
    assertThat(errorsBeside(errors)).containsExactly(errors);
  }

  @Test
  void anErrorFarAboveTheOneToBeatIsNotComputed() {
    double[] errors = known();
    double[] half = Arrays.stream(errors).map(error -> error / 2).toArray();
    double[] beside = errorsBeside(half);
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      // Where float64 had to decide between penalties, it is known anyway.
      if (Double.isFinite(beside[vertex])) {
        assertThat(beside[vertex]).isCloseTo(errors[vertex], within(SOLVER * errors[vertex]));
      }
    }
    assertThat(beside).contains(Double.POSITIVE_INFINITY);
  }

  @Test
  void withoutAnErrorToBeatNoneIsKnown() {
    RidgeFit fit = fit(1 << 26, true, new double[0]);
    assertThat(fit.error(3)).isInfinite();
    assertThat(fit.gamma(0)).isNaN();
    assertThat(fit.components()).isEqualTo(6);
  }

  private double[] known() {
    double[] unbeaten = new double[VERTICES];
    Arrays.fill(unbeaten, Double.POSITIVE_INFINITY);
    return errorsBeside(unbeaten);
  }

  private double[] errorsBeside(double[] toBeat) {
    RidgeFit fit = fit(1 << 26, true, toBeat);
    double[] errors = new double[VERTICES];
    Arrays.setAll(errors, fit::error);
    return errors;
  }

  private RidgeFit fit(long bytes, boolean screening, double[] toBeat) {
    try (Workers workers = new Workers(2)) {
      return new RidgeRegression(ALPHAS, bytes, screening)
          .fit(spectrum, training, new Responses(responses), workers, toBeat);
    }
  }
}
