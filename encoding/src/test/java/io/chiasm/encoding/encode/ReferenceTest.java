package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Npy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * scikit-learn's and himalaya's answers by explicit refits; {@code make.py} and {@code
 * make_banded.py} beside the files made them.
 */
class ReferenceTest {
  /** Results are float32 with values up to 2: half a unit in the last place is 6e-8. */
  private static final double FLOAT32 = 1e-7;

  private static final Map<String, String> MODEL_OF =
      Map.of("full", "full", "left", "ipsi", "right", "contra");

  @Test
  void pcaOlsEqualsScikitLearn() {
    EncodingResult result = encode(new Regression.PcaOls(8), Hemisphere.LH, Midline.EXCLUDE);
    MODEL_OF.forEach((space, model) -> assertScores(result, "pca_ols_" + space, model));
  }

  @Test
  void ridgeEqualsScikitLearn() {
    EncodingResult result = encode(ridge(), Hemisphere.LH, Midline.EXCLUDE);
    MODEL_OF.forEach(
        (space, model) -> {
          assertScores(result, "ridge_" + space, model);
          assertClose(result, "alpha_folds_" + model, "ridge_" + space + "_alpha");
        });
  }

  @Test
  void sharedMidlineJoinsTheHalves() {
    EncodingResult result = encode(ridge(), Hemisphere.RH, Midline.SHARE);
    assertScores(result, "ridge_left_shared", "contra");
    assertScores(result, "ridge_full", "full");
  }

  @Test
  void bandedRidgeEqualsScikitLearnOnWeightedHalves() {
    EncodingResult result = encode(ridge(), Hemisphere.LH, Midline.EXCLUDE);
    assertScores(result, "banded", "banded");
    assertClose(result, "alpha_folds_banded", "banded_alpha");
    assertClose(result, "gamma_folds_banded", "banded_gamma");
  }

  @Test
  void sharesOfTheFullModelEqualHimalayas() {
    EncodingResult result = encode(ridge(), Hemisphere.LH, Midline.EXCLUDE);
    assertClose(result, "share_contra", "share_right_r2");
    assertClose(result, "share_ipsi", "share_left_r2");
    assertClose(result, "share_r_contra", "share_right_r");
    assertClose(result, "share_r_ipsi", "share_left_r");
  }

  @Test
  void vertexScoreIsTheMeanOverFolds() {
    EncodingResult result = encode(ridge(), Hemisphere.LH, Midline.EXCLUDE);
    double[] folds = Npy.doubles(file("ridge_full_r")).values();
    int vertices = 10;
    for (int vertex = 0; vertex < vertices; vertex++) {
      double mean = 0;
      for (int fold = 0; fold < 4; fold++) {
        mean += folds[fold * vertices + vertex] / 4;
      }
      assertThat((double) result.array("score_full").values()[vertex])
          .isCloseTo(mean, within(FLOAT32));
    }
  }

  private static Regression ridge() {
    return new Regression.Ridge(list("alphas"), list("gammas"));
  }

  private static List<Double> list(String name) {
    return Arrays.stream(Npy.doubles(file(name)).values()).boxed().collect(Collectors.toList());
  }

  private static EncodingResult encode(
      Regression regression, Hemisphere hemisphere, Midline midline) {
    HemifieldFeatures features =
        new HemifieldFeatures(features("left"), features("right"), features("midline"));
    EncodingSettings settings =
        new EncodingSettings(hemisphere, midline, new EncodingSpec(regression, Scaling.NONE));
    return new FeatureEncoding(Made.resources())
        .encode(
            features, Npy.floats(file("responses")), Folds.of(Npy.ints(file("folds"))), settings);
  }

  private static void assertScores(EncodingResult result, String expected, String model) {
    assertClose(result, "score_folds_" + model, expected + "_r");
    assertClose(result, "r2_folds_" + model, expected + "_r2");
  }

  private static void assertClose(EncodingResult result, String name, String expected) {
    double[] wanted = Npy.doubles(file(expected)).values();
    float[] actual = result.array(name).values();
    assertThat(actual).hasSameSizeAs(wanted);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i])
          .as("%s element %d", name, i)
          .isCloseTo(wanted[i], within(FLOAT32 * Math.max(1, Math.abs(wanted[i]))));
    }
  }

  private static Features features(String name) {
    return Features.of(name, Npy.doubles(file(name)));
  }

  private static Path file(String name) {
    try {
      return Path.of(ReferenceTest.class.getResource("/reference/encode/" + name + ".npy").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
