package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.testing.Npy;
import io.chiasm.encoding.work.Resources;
import io.chiasm.testing.SharedData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** scikit-learn's answers, float64, on synthetic numbers of the project's shared data. */
class SharedReferenceTest {
  /** Results are float32 with values up to 1: half a unit in the last place, 3e-8, rounded up. */
  private static final double FLOAT32 = 1e-7;

  private static final String[][] SPACES = {
    {"full", "full"}, {"left", "ipsi"}, {"right", "contra"}
  };

  @Test
  void pcaOlsEqualsScikitLearn() {
    EncodingResult result = encode(new Regression.PcaOls(20));
    for (String[] space : SPACES) {
      compare(result.array("score_folds_" + space[1]).values(), "pca_ols_k20", space[0], "r_folds");
      compare(result.array("r2_folds_" + space[1]).values(), "pca_ols_k20", space[0], "r2_folds");
    }
  }

  @Test
  void ridgeWithAlphaPerVertexEqualsScikitLearn() {
    List<Double> alphas = alphas();
    EncodingResult result = encode(new Regression.Ridge(alphas));
    for (String[] space : SPACES) {
      compare(result.array("score_folds_" + space[1]).values(), "ridge_cv", space[0], "r_folds");
      compare(result.array("r2_folds_" + space[1]).values(), "ridge_cv", space[0], "r2_folds");
      double[] index = expected("ridge_cv", space[0], "alpha_index").values();
      float[] chosen = result.array("alpha_folds_" + space[1]).values();
      for (int i = 0; i < index.length; i++) {
        assertThat(chosen[i]).isEqualTo(alphas.get((int) index[i]).floatValue());
      }
    }
  }

  @Test
  void ridgeWithOneAlphaEqualsScikitLearn() {
    List<Double> alphas = alphas();
    for (int alpha = 0; alpha < alphas.size(); alpha++) {
      EncodingResult result = encode(new Regression.Ridge(List.of(alphas.get(alpha))));
      for (String[] space : SPACES) {
        float[] scores = result.array("score_folds_" + space[1]).values();
        double[] all = expected("ridge", space[0], "r_folds").values();
        int from = alpha * scores.length;
        compare(scores, Arrays.copyOfRange(all, from, from + scores.length));
      }
    }
  }

  private static EncodingResult encode(Regression regression) {
    HemifieldFeatures features =
        new HemifieldFeatures(features("X_left"), features("X_right"), features("X_mid"));
    Folds folds = Folds.of(Npy.ints(folder().resolve("folds.npy")));
    EncodingSettings settings =
        new EncodingSettings(
            Hemisphere.LH, Midline.EXCLUDE, new EncodingSpec(regression, Scaling.NONE));
    Resources resources =
        new Resources(2, 256 << 20, Path.of(System.getProperty("java.io.tmpdir")));
    return new FeatureEncoding(resources)
        .encode(features, Npy.floats(folder().resolve("Y.npy")), folds, settings);
  }

  private static Features features(String name) {
    return Features.of(name, Npy.floats(folder().resolve(name + ".npy")));
  }

  private static List<Double> alphas() {
    return Arrays.stream(Npy.doubles(folder().resolve("alphas.npy")).values())
        .boxed()
        .collect(Collectors.toList());
  }

  private static DoubleTensor expected(String model, String space, String what) {
    return Npy.doubles(folder().resolve("expected_" + model + "_" + space + "_" + what + ".npy"));
  }

  private static void compare(float[] actual, String model, String space, String what) {
    compare(actual, expected(model, space, what).values());
  }

  private static void compare(float[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(FLOAT32));
    }
  }

  private static Path folder() {
    return SharedData.of("reference/encoding");
  }
}
