package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Npy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The predictions that are kept of one vertex: scikit-learn's, and those that were scored. */
class VertexPredictionTest {
  /** Predictions are float32 of size up to 30: half a unit in the last place is 1e-6. */
  private static final double FLOAT32 = 1e-6;

  /** Correlations of ten such predictions. */
  private static final double CORRELATION = 1e-5;

  private static final Map<Model, String> SPACES =
      Map.of(Model.FULL, "full", Model.IPSI, "left", Model.CONTRA, "right");

  private final FloatTensor responses = Npy.floats(file("responses"));
  private final Folds folds = Folds.of(Npy.ints(file("folds")));
  private final SplitGram split =
      new GramComputation(Made.resources())
          .ofFeatures(
              List.of(features("left"), features("midline"), features("right")), Scaling.NONE);
  private final FeatureSpaces spaces = FeatureSpaces.of(split, Hemisphere.LH, Midline.EXCLUDE);
  private final Regression ridge =
      new Regression.Ridge(
          Arrays.stream(Npy.doubles(file("alphas")).values()).boxed().toList(), List.of());

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9})
  void ridgePredictsAsScikitLearn(int vertex) {
    assertPredictions(ridge, "ridge_", vertex);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9})
  void pcaOlsPredictsAsScikitLearn(int vertex) {
    assertPredictions(new Regression.PcaOls(8), "pca_ols_", vertex);
  }

  @Test
  void float64ResponsesFarFromZeroArePredictedWhereTheyLie() {
    // Given
    DoubleTensor far = new DoubleTensor(responses.shape(), new double[responses.values().length]);
    Arrays.setAll(far.values(), i -> 1e8 + responses.values()[i]);
    Encoder encoder = new Encoder(Made.resources());
    EncodingResult near = encoder.encode(spaces, responses, folds, ridge);
    // When
    HeldOutPredictions found =
        encoder.predict(spaces, far, folds, ridge, encoder.encode(spaces, far, folds, ridge), 3);
    HeldOutPredictions wanted = encoder.predict(spaces, responses, folds, ridge, near, 3);
    // Then
    assertThat(found.measured().get(5))
        .isEqualTo(far.values()[5 * (int) responses.shape().extent(1) + 3]);
    RealTensor predicted = Objects.requireNonNull(found.predicted().get(Model.FULL));
    float[] expected = predicted(wanted, Model.FULL);
    for (int i = 0; i < expected.length; i++) {
      assertThat(predicted.get(i) - 1e8).isCloseTo(expected[i], within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1L << 30})
  void theirCorrelationsMeanedOverFoldsAreTheScores(long memoryBytes) {
    // Given
    Encoder encoder = new Encoder(Made.resources(2, memoryBytes));
    EncodingResult result = encoder.encode(spaces, responses, folds, ridge);
    int vertex = result.best().orElseThrow();
    // When
    HeldOutPredictions predictions =
        encoder.predict(spaces, responses, folds, ridge, result, vertex);
    // Then
    assertThat(predictions.predicted()).containsOnlyKeys(SPACES.keySet());
    predictions
        .predicted()
        .forEach(
            (model, predicted) -> {
              double mean = 0;
              for (int fold = 0; fold < folds.count(); fold++) {
                mean +=
                    correlation(
                            floats(predictions.measured()), floats(predicted), folds.heldOut(fold))
                        / folds.count();
              }
              assertThat(mean)
                  .isCloseTo(
                      result.array("score_" + model.label()).values()[vertex], within(CORRELATION));
            });
  }

  @Test
  void theBestVertexIsTheFirstOfTheHighestScores() {
    EncodingResult result = new Encoder(Made.resources()).encode(spaces, responses, folds, ridge);
    float[] scores = result.array("score_full").values();
    float highest = 0;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    assertThat(scores[result.best().orElseThrow()]).isEqualTo(highest);
  }

  @Test
  void stimuliNeverHeldOutHaveNoPrediction() {
    // Given
    int[] assignment = folds.toArray();
    Arrays.setAll(assignment, i -> assignment[i] == 3 ? Folds.NEVER : assignment[i]);
    Folds fewer = Folds.of(assignment);
    Encoder encoder = new Encoder(Made.resources());
    EncodingResult result = encoder.encode(spaces, responses, fewer, ridge);
    // When
    float[] full =
        predicted(encoder.predict(spaces, responses, fewer, ridge, result, 2), Model.FULL);
    // Then
    for (int stimulus = 0; stimulus < full.length; stimulus++) {
      assertThat(Float.isNaN(full[stimulus])).isEqualTo(assignment[stimulus] == Folds.NEVER);
    }
  }

  @Test
  void theJointSplitPredictsWithTheFullModelAlone() {
    // Given
    FeatureSpaces joint = FeatureSpaces.joint(split, Hemisphere.LH, Midline.EXCLUDE);
    Encoder encoder = new Encoder(Made.resources());
    EncodingResult result = encoder.encode(joint, responses, folds, ridge);
    // When
    HeldOutPredictions predictions = encoder.predict(joint, responses, folds, ridge, result, 5);
    // Then
    assertThat(predictions.predicted()).containsOnlyKeys(Model.FULL);
  }

  @Test
  void aVertexThatIsNotThereIsRefused() {
    Encoder encoder = new Encoder(Made.resources());
    EncodingResult result = encoder.encode(spaces, responses, folds, ridge);
    assertThatThrownBy(() -> encoder.predict(spaces, responses, folds, ridge, result, 10))
        .isInstanceOf(InputException.class)
        .hasMessage("vertex 10: the hemisphere has 10 vertices; an index is 0 to 9");
  }

  private void assertPredictions(Regression regression, String reference, int vertex) {
    // Given
    Encoder encoder = new Encoder(Made.resources());
    EncodingResult result = encoder.encode(spaces, responses, folds, regression);
    // When
    HeldOutPredictions predictions =
        encoder.predict(spaces, responses, folds, regression, result, vertex);
    // Then
    SPACES.forEach(
        (model, space) -> {
          double[] wanted = Npy.doubles(file(reference + space + "_predictions")).values();
          float[] predicted = predicted(predictions, model);
          int vertices = wanted.length / predicted.length;
          for (int stimulus = 0; stimulus < predicted.length; stimulus++) {
            assertThat((double) predicted[stimulus])
                .as("%s at stimulus %d", model, stimulus)
                .isCloseTo(wanted[stimulus * vertices + vertex], within(FLOAT32));
          }
        });
  }

  private static float[] predicted(HeldOutPredictions predictions, Model model) {
    return floats(Objects.requireNonNull(predictions.predicted().get(model)));
  }

  /** Float32 responses have float32 predictions. */
  private static float[] floats(RealTensor tensor) {
    return ((FloatTensor) tensor).values();
  }

  private static double correlation(float[] a, float[] b, int[] rows) {
    double meanA = Arrays.stream(rows).mapToDouble(r -> a[r]).average().orElseThrow();
    double meanB = Arrays.stream(rows).mapToDouble(r -> b[r]).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int row : rows) {
      ab += (a[row] - meanA) * (b[row] - meanB);
      aa += (a[row] - meanA) * (a[row] - meanA);
      bb += (b[row] - meanB) * (b[row] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static Features features(String name) {
    return Features.of(name, Npy.doubles(file(name)));
  }

  private static Path file(String name) {
    try {
      return Path.of(
          VertexPredictionTest.class.getResource("/reference/encode/" + name + ".npy").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
