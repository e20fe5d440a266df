package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.HalfFloat;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.work.Resources;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingLawsTest {
  /** Sums and differences of float32 results of order one. */
  private static final double FLOAT32 = 1e-6;

  /** Features rounded to 11 binary digits change a score by far less than noise does. */
  private static final double HALF_FEATURES = 5e-4;

  private static final int STIMULI = 40;
  private static final int VERTICES = 70;
  private static final Regression RIDGE =
      new Regression.Ridge(List.of(1e-2, 0.1, 1.0, 10.0, 100.0));

  private final DoubleTensor left = Made.normals(1, STIMULI, 3, 4);
  private final DoubleTensor right = Made.normals(2, STIMULI, 3, 4);
  private final FloatTensor responses = Made.responses(right, VERTICES, 3, 3);
  private final Folds folds = Made.folds(STIMULI, 4);

  @Test
  void verticesThatFollowTheRightFieldAreContralateralInTheLeftHemisphere() {
    EncodingResult result = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    double mean = mean(result.array("lateralisation").values());
    assertThat(mean).isGreaterThan(0.3);
    EncodingResult other = encode(left, right, Hemisphere.RH, RIDGE, Made.resources());
    assertThat(mean(other.array("lateralisation").values())).isCloseTo(-mean, within(FLOAT32));
  }

  @Test
  void swappingHemispheresSwapsContraAndIpsi() {
    EncodingResult lh = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    EncodingResult rh = encode(left, right, Hemisphere.RH, RIDGE, Made.resources());
    assertSame(lh.array("score_contra"), rh.array("score_ipsi"));
    assertSame(lh.array("alpha_folds_ipsi"), rh.array("alpha_folds_contra"));
    assertSame(lh.array("unique_contra"), rh.array("unique_ipsi"));
    assertSame(lh.array("score_full"), rh.array("score_full"));
  }

  @Test
  void memoryAndThreadsDoNotChangeABit() {
    for (Regression regression : List.of(RIDGE, new Regression.PcaOls(5))) {
      EncodingResult ample =
          encode(left, right, Hemisphere.LH, regression, Made.resources(1, 1L << 30));
      EncodingResult scarce = encode(left, right, Hemisphere.LH, regression, Made.resources(3, 1));
      ample.arrays().forEach((name, array) -> assertSame(scarce.array(name), array));
    }
  }

  @Test
  void variancePartsAddUpToTheFullModels() {
    EncodingResult result = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    for (int v = 0; v < VERTICES; v++) {
      double sum =
          result.array("unique_contra").values()[v]
              + result.array("unique_ipsi").values()[v]
              + result.array("shared").values()[v];
      assertThat(sum).isCloseTo(result.array("r2_full").values()[v], within(FLOAT32));
    }
  }

  @Test
  void activationsOfAnUntrainedNetworkScoreAsTheirLargeCopies() {
    DoubleTensor tinyLeft = times(left, 0x1p-43);
    DoubleTensor tinyRight = times(right, 0x1p-43);
    EncodingResult large = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    EncodingResult tiny = encode(tinyLeft, tinyRight, Hemisphere.LH, RIDGE, Made.resources());
    large.arrays().forEach((name, array) -> assertSame(tiny.array(name), array));
  }

  @Test
  void activationsStoredAsFloat16ScoreAsTheySaidInFloat32() {
    for (Regression regression : List.of(RIDGE, new Regression.PcaOls(5))) {
      EncodingResult floats = encode(left, right, Hemisphere.LH, regression, Made.resources());
      EncodingResult halves =
          encode(halves(left), halves(right), Hemisphere.LH, regression, Made.resources());
      for (String score : List.of("score_full", "score_contra", "score_ipsi", "lateralisation")) {
        assertThat(halves.array(score).values())
            .isNotEqualTo(floats.array(score).values())
            .containsExactly(floats.array(score).values(), within((float) HALF_FEATURES));
      }
    }
  }

  private static DoubleTensor halves(DoubleTensor features) {
    DoubleTensor halves = DoubleTensor.zeros(STIMULI, 3, 4);
    for (int i = 0; i < halves.values().length; i++) {
      halves.values()[i] = HalfFloat.toFloat(HalfFloat.nearest((float) features.values()[i]));
    }
    return halves;
  }

  @Test
  void sizeAndOffsetOfResponsesDoNotMatterToTheScore() {
    FloatTensor other = FloatTensor.zeros(STIMULI, VERTICES);
    for (int i = 0; i < other.values().length; i++) {
      other.values()[i] = responses.values()[i] * 0x1p-100f;
    }
    EncodingResult large = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    EncodingResult tiny = encode(left, right, other, Hemisphere.LH, RIDGE, Made.resources());
    assertSame(tiny.array("score_full"), large.array("score_full"));
    assertSame(tiny.array("alpha_folds_full"), large.array("alpha_folds_full"));
  }

  @Test
  void float64ResponsesMayLieAndVaryAnywhere() {
    EncodingResult near = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    for (double size : new double[] {1, 0x1p-20, 0x1p700, 0x1p-1000, 0x1p990}) {
      for (double offset : new double[] {0, 0x1p20, -0x1p24}) {
        DoubleTensor far = DoubleTensor.zeros(STIMULI, VERTICES);
        for (int i = 0; i < far.values().length; i++) {
          // An offset of 2^24 leaves these responses of 24 bits all their digits.
          far.values()[i] = (responses.values()[i] + offset) * size;
        }
        EncodingResult result = encode(left, right, far, Hemisphere.LH, RIDGE, Made.resources());
        for (String name : List.of("score_full", "score_banded", "r2_contra", "alpha_full")) {
          assertThat(result.array(name).values())
              .containsExactly(
                  near.array(name).values(), org.assertj.core.data.Offset.offset(2e-6f));
        }
      }
    }
  }

  @Test
  void constantVertexHasNoScoreAndIsCounted() {
    for (int s = 0; s < STIMULI; s++) {
      responses.values()[s * VERTICES + 4] = 0.3f;
    }
    EncodingResult result = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    assertThat(result.array("score_full").values()[4]).isNaN();
    assertThat(result.array("r2_ipsi").values()[4]).isNaN();
    assertThat(result.array("lateralisation").values()[4]).isNaN();
    assertThat(result.array("score_full").values()[5]).isNotNaN();
    assertThat(result.report(Model.FULL).unscored()).isEqualTo(1);
    assertThat(result.warnings())
        .contains(
            new ModelWarning(
                ModelWarning.Kind.CONSTANT_RESPONSE,
                "full",
                1,
                70,
                "full model: 1 of 70 vertices have no score: their responses to the stimuli that a"
                    + " fold holds out are constant"));
  }

  @Test
  void vertexConstantInOneFoldOnlyHasFoldScoresButNoMean() {
    for (int s = 2; s < STIMULI; s += 4) {
      responses.values()[s * VERTICES + 4] = 0.3f;
    }
    EncodingResult result = encode(left, right, Hemisphere.LH, RIDGE, Made.resources());
    float[] byFold = result.array("score_folds_full").values();
    assertThat(byFold[2 * VERTICES + 4]).isNaN();
    assertThat(byFold[4]).isNotNaN();
    assertThat(result.array("score_full").values()[4]).isNaN();
  }

  @Test
  void constantHalfHasNoScoresButTheOtherHas() {
    Arrays.fill(left.values(), 0.1);
    for (Regression regression : List.of(RIDGE, new Regression.PcaOls(5))) {
      EncodingResult result = encode(left, right, Hemisphere.LH, regression, Made.resources());
      assertThat(result.report(Model.IPSI).unscored()).isEqualTo(VERTICES);
      assertThat(result.report(Model.IPSI).constantPredictions()).isEqualTo(VERTICES);
      assertThat(result.report(Model.CONTRA).unscored()).isZero();
      assertSame(result.array("score_full"), result.array("score_contra"));
    }
  }

  @Test
  void moreComponentsThanTheRankUseTheRankAndSaySo() {
    EncodingResult result =
        encode(left, right, Hemisphere.LH, new Regression.PcaOls(100), Made.resources());
    assertThat(result.report(Model.CONTRA).components()).containsOnly(12);
    assertThat(result.report(Model.FULL).components()).containsOnly(24);
    assertThat(result.warnings())
        .extracting(ModelWarning::sentence)
        .contains(
            "contra model: 88 of 100 components are not above the numerical rank and were dropped");
    assertThat(result.arrays()).doesNotContainKey("alpha_full");
    assertThat(result.array("score_full").values()).doesNotContain(Float.NaN);
  }

  @Test
  void fewerStimuliThanComponentsUseAllThatTheyHave() {
    DoubleTensor wideLeft = Made.normals(1, STIMULI, 80);
    DoubleTensor wideRight = Made.normals(2, STIMULI, 80);
    EncodingResult result =
        encode(wideLeft, wideRight, Hemisphere.LH, new Regression.PcaOls(100), Made.resources());
    // 30 of 40 stimuli train, and centring takes one dimension.
    assertThat(result.report(Model.FULL).components()).containsOnly(29);
    assertThat(result.array("score_full").values()).doesNotContain(Float.NaN);
  }

  @Test
  void oneVertexIsEnough() {
    FloatTensor one = Made.responses(right, 1, 3, 3);
    EncodingResult result = encode(left, right, one, Hemisphere.LH, RIDGE, Made.resources());
    assertThat(result.array("score_banded").shape().extents()).containsExactly(1L);
  }

  @Test
  void aGridTooLowOrTooHighIsReported() {
    Regression low = new Regression.Ridge(List.of(1e-6, 1e-5));
    EncodingResult result = encode(left, right, Hemisphere.LH, low, Made.resources());
    assertThat(result.report(Model.CONTRA).looked()).isEqualTo(VERTICES);
    assertThat(result.report(Model.CONTRA).wantLarger()).isGreaterThan(VERTICES / 2);
    assertThat(result.warnings())
        .extracting(ModelWarning::kind, ModelWarning::model)
        .contains(
            tuple(ModelWarning.Kind.LARGEST_ALPHA, "contra"),
            tuple(ModelWarning.Kind.LARGEST_ALPHA, "banded"));
    Regression high = new Regression.Ridge(List.of(1e3, 1e4));
    assertThat(encode(left, right, Hemisphere.LH, high, Made.resources()).warnings())
        .extracting(ModelWarning::kind, ModelWarning::model)
        .contains(
            tuple(ModelWarning.Kind.SMALLEST_ALPHA, "contra"),
            tuple(ModelWarning.Kind.SMALLEST_ALPHA, "banded"))
        .doesNotContain(tuple(ModelWarning.Kind.LARGEST_ALPHA, "contra"));
  }

  @Test
  void anEndOfTheGridAtWhichNothingChangesIsNotReported() {
    // Pure noise chooses the largest alpha, whatever that is.
    FloatTensor noise = Made.responses(right, VERTICES, 1e9, 4);
    Regression wide = new Regression.Ridge(AlphaGrid.DEFAULT);
    EncodingResult result = encode(left, right, noise, Hemisphere.LH, wide, Made.resources());
    assertThat(result.array("alpha_full").values()).contains(1e6f);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void oneAlphaIsTakenAndIsNoEdge() {
    Regression one = new Regression.Ridge(List.of(3.0));
    EncodingResult result = encode(left, right, Hemisphere.LH, one, Made.resources());
    assertThat(result.array("alpha_full").values()).containsOnly(3);
    assertThat(result.array("alpha_banded").values()).containsOnly(3);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void duplicatedStimuliAreNoObstacle() {
    for (DoubleTensor half : List.of(left, right)) {
      System.arraycopy(half.values(), 0, half.values(), 20 * 12, 20 * 12);
    }
    for (Regression regression : List.of(RIDGE, new Regression.PcaOls(100))) {
      EncodingResult result = encode(left, right, Hemisphere.LH, regression, Made.resources());
      assertThat(result.array("score_full").values()).doesNotContain(Float.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void nonFiniteResponseIsNamed(float value) {
    responses.values()[7 * VERTICES + 3] = value;
    assertThatThrownBy(() -> encode(left, right, Hemisphere.LH, RIDGE, Made.resources()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "responses: vertex 3 at stimulus row 7 is "
                + value
                + "; every response must be finite");
  }

  @Test
  void rowsThatDoNotMatchAreRefused() {
    DoubleTensor shorter = Made.normals(2, STIMULI - 1, 4);
    assertThatThrownBy(() -> encode(left, shorter, Hemisphere.LH, RIDGE, Made.resources()))
        .isInstanceOf(InputException.class)
        .hasMessage("left.npy has 40 stimuli (rows), right.npy has 39; they must be the same");
    FloatTensor fewer = Made.floats(1, STIMULI - 2, 3);
    assertThatThrownBy(() -> encode(left, right, fewer, Hemisphere.LH, RIDGE, Made.resources()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("features have 40 stimuli, responses 38 and folds 40");
  }

  @Test
  void nonFiniteFeatureIsNamed() {
    left.values()[12 * 5 + 2] = Double.NaN;
    assertThatThrownBy(() -> encode(left, right, Hemisphere.LH, RIDGE, Made.resources()))
        .isInstanceOf(InputException.class)
        .hasMessage("left.npy: feature 2 of stimulus row 5 is NaN; every feature must be finite");
  }

  private EncodingResult encode(
      DoubleTensor l, DoubleTensor r, Hemisphere hemisphere, Regression regression, Resources use) {
    return encode(l, r, responses, hemisphere, regression, use);
  }

  private EncodingResult encode(
      DoubleTensor l,
      DoubleTensor r,
      RealTensor y,
      Hemisphere hemisphere,
      Regression regression,
      Resources use) {
    HemifieldFeatures features =
        new HemifieldFeatures(Features.of("left.npy", l), Features.of("right.npy", r), null);
    EncodingSettings settings =
        new EncodingSettings(
            hemisphere, Midline.EXCLUDE, new EncodingSpec(regression, Scaling.TRACE));
    return new FeatureEncoding(use).encode(features, y, folds, settings);
  }

  private static DoubleTensor times(DoubleTensor tensor, double factor) {
    double[] values = Arrays.stream(tensor.values()).map(v -> v * factor).toArray();
    return new DoubleTensor(tensor.shape(), values);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static void assertSame(FloatTensor actual, FloatTensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.values()).isEqualTo(expected.values());
  }
}
