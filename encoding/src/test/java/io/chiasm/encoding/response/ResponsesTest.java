package io.chiasm.encoding.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.testing.Made;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {
  /** A mean of 35 numbers of order one. */
  private static final double ROUND_OFF = 1e-14;

  private static final int STIMULI = 40;
  private static final int VERTICES = 300;

  private final DoubleTensor measured =
      (DoubleTensor) RealTensor.narrowest(Made.normals(3, STIMULI, VERTICES));
  private final TrainingRows training =
      TrainingRows.of(IntStream.range(0, STIMULI).filter(s -> s % 8 != 3).toArray());

  /** More vertices and stimuli than are read together, in an order of their own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void trainingResponsesAreGatheredByVertexLessTheirMean(boolean narrow) {
    Responses responses = new Responses(narrow ? RealTensor.rounded(measured) : measured);
    int[] wanted = IntStream.range(0, 290).map(i -> (i * 7 + 5) % VERTICES).toArray();
    try (Matrix gathered = Matrix.doubles(wanted.length, training.count())) {
      double[] means = responses.centred(training, wanted, gathered);
      for (int i = 0; i < wanted.length; i++) {
        int vertex = wanted[i];
        double mean =
            IntStream.of(training.rows())
                .mapToDouble(row -> responses.get(row, vertex))
                .average()
                .orElseThrow();
        assertThat(means[i]).isCloseTo(mean, within(ROUND_OFF));
        for (int j = 0; j < training.count(); j++) {
          assertThat(gathered.get(i, j))
              .isCloseTo(responses.get(training.rows()[j], vertex) - mean, within(ROUND_OFF));
        }
      }
    }
  }

  @Test
  void responsesFarFromZeroKeepWhatDiffersBetweenStimuli() {
    DoubleTensor far = DoubleTensor.zeros(4, 1);
    for (int s = 0; s < 4; s++) {
      far.values()[s] = 1e9 + s / 1024.0;
    }
    Responses responses = new Responses(far);
    assertThat(responses.asMeasured(responses.get(3, 0), 0)).isEqualTo(1e9 + 3 / 1024.0);
    assertThat((responses.get(3, 0) - responses.get(1, 0)) * 1024)
        .isEqualTo(2 * (responses.get(1, 0) - responses.get(0, 0)) * 1024);
  }
}
