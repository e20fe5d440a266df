package io.chiasm.encoding.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUnitsTest {
  /** A few dozen float64 additions of numbers of order one. */
  private static final double ROUND_OFF = 1e-13;

  @Test
  void float64ResponsesAreSeenNearOneAndFromTheirFirst() {
    // Given two vertices: 96 to 112, largest between 64 and 128; and −3 to 1, between 2 and 4
    Responses responses = new Responses(doubles(3, 2, 96, 1, 100, -3, 112, -1));
    // Then
    assertThat(responses.get(0, 0)).isZero();
    assertThat(responses.get(1, 0)).isEqualTo(4 / 64.0);
    assertThat(responses.get(2, 0)).isEqualTo(16 / 64.0);
    assertThat(responses.get(0, 1)).isZero();
    assertThat(responses.get(1, 1)).isEqualTo(-4 / 2.0);
    assertThat(responses.measured(1, 1)).isEqualTo(-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-310, 1e-3, 1, 3e5, 0x1p1023, Double.MAX_VALUE})
  void whatIsSeenIsTakenBackToWhatWasMeasured(double size) {
    Responses responses = new Responses(doubles(3, 1, size, 0, -size));
    for (int stimulus = 0; stimulus < 3; stimulus++) {
      double seen = responses.get(stimulus, 0);
      assertThat(Math.abs(seen)).isLessThanOrEqualTo(4);
      assertThat(responses.asMeasured(seen, 0)).isEqualTo(responses.measured(stimulus, 0));
    }
  }

  @Test
  void float32ResponsesAreSeenAsTheyAre() {
    Responses responses = new Responses(new FloatTensor(Shape.of(2, 1), new float[] {96, 100}));
    assertThat(responses.get(1, 0)).isEqualTo(100);
    assertThat(responses.asMeasured(100, 0)).isEqualTo(100);
    assertThat(responses.inTheirPrecision(doubles(1, 1, 0.1)).get(0)).isEqualTo((double) 0.1f);
  }

  @Test
  void whatIsOfFloat64ResponsesStaysFloat64() {
    DoubleTensor predicted = doubles(1, 1, 0.1);
    assertThat(new Responses(doubles(1, 1, 3)).inTheirPrecision(predicted)).isSameAs(predicted);
  }

  @Test
  void aVertexIsConstantIfTheseStimuliHaveOneResponse() {
    Responses responses = new Responses(doubles(3, 2, 1, 5, 1, 5, 2, 5));
    assertThat(responses.constant(0, new int[] {0, 1})).isTrue();
    assertThat(responses.constant(0, new int[] {0, 1, 2})).isFalse();
    assertThat(responses.constant(1, new int[] {2, 0, 1})).isTrue();
  }

  @Test
  void someVerticesAreTakenInTheOrderAskedFor() {
    Responses some = new Responses(doubles(2, 3, 1, 2, 3, 4, 5, 7)).only(new int[] {2, 0});
    assertThat(some.vertices()).isEqualTo(2);
    assertThat(some.stimuli()).isEqualTo(2);
    assertThat(new double[] {some.measured(0, 0), some.measured(0, 1), some.measured(1, 0)})
        .containsExactly(3, 1, 7);
    assertThat(some.measured(1, 1)).isEqualTo(4);
  }

  @Test
  void onlyAMatrixOfFiniteNumbersIsTaken() {
    assertThatThrownBy(() -> new Responses(DoubleTensor.zeros(3)))
        .isInstanceOf(InputException.class)
        .hasMessage("responses: shape (3,) should be (stimuli, vertices)");
    assertThatThrownBy(() -> new Responses(doubles(2, 2, 1, 2, 3, Double.NEGATIVE_INFINITY)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vertex 1 at stimulus row 1 is -Infinity");
    assertThat(new Responses(DoubleTensor.zeros(0, 4)).vertices()).isEqualTo(4);
  }

  private static DoubleTensor doubles(int stimuli, int vertices, double... values) {
    return new DoubleTensor(Shape.of(stimuli, vertices), values);
  }
}
