package io.chiasm.local.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.local.simulate.Draws;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
  private static final double ROUNDING = 1e-12;

  /** Levels 0, 0.2 and 0.4. */
  private final Measurement measurement =
      new Measurement(0.2, new double[][] {{-0.02, 0.03}, {0.08, 0.12}, {0.3, 0.3}});

  @ParameterizedTest
  @CsvSource({"0,0", "0.1,0.05", "0.2,0.1", "0.3,0.2", "0.4,0.3", "0.9,0.3", "-0.3,-0.2"})
  void meansAreLinearBetweenLevelsAndOdd(double truth, double mean) {
    assertThat(measurement.mean(truth)).isCloseTo(mean, within(ROUNDING));
  }

  @Test
  void theTruthOfAMeanIsFoundAgain() {
    for (double truth : List.of(-0.35, -0.1, 0.02, 0.2, 0.33)) {
      assertThat(measurement.truth(measurement.mean(truth))).isCloseTo(truth, within(1e-9));
    }
  }

  @Test
  void errorsHaveTheSpreadOfTheirLevel() {
    double[] drawn = new double[1000];
    Draws draws = new Draws(1, "test", 0);
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = measurement.draw(0.2, draws);
    }
    // Two made participants, 0.02 from their mean: sd with n − 1 is 0.02 √2.
    assertThat(DoubleStream.of(drawn).distinct().toArray()).hasSize(2);
    assertThat(measurement.error(0.2)).isCloseTo(0.02 * Math.sqrt(2), within(ROUNDING));
  }

  @Test
  void aSpreadThatIsMeasuredHoldsTheErrorToo() {
    double error = measurement.error(0.2);
    double perTruth = 0.5;
    double measured = Math.hypot(0.1 * perTruth, error);
    assertThat(measurement.spread(0.1, measured)).isCloseTo(0.1, within(ROUNDING));
    assertThat(measurement.spread(0.1, error / 2)).isZero();
  }

  /** Against the definitions, for halves alike by ρ. */
  @ParameterizedTest
  @CsvSource({"0,0", "0,0.3", "0.2,0.3", "0.7,0.3", "1,0", "0.5,0.5"})
  void plantedWeightsGiveTheDifference(double difference, double halves) {
    Planting planting = Planting.of(difference, halves);
    double a = planting.contra();
    double b = planting.ipsi();
    assertThat(a * a + b * b).isCloseTo(1, within(ROUNDING));
    double contra = Math.sqrt(a * a + halves * halves * b * b);
    double ipsi = Math.sqrt(b * b + halves * halves * a * a);
    assertThat(contra - ipsi).isCloseTo(difference, within(1e-9));
  }
}
