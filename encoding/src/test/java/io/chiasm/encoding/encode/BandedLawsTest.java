package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.testing.Made;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandedLawsTest {
  /** Float32 results of order one from decompositions that differ in the last digits. */
  private static final double FLOAT32 = 1e-6;

  private static final int STIMULI = 45;
  private static final int VERTICES = 30;
  private static final List<Double> ALPHAS = List.of(1e-3, 1e-2, 0.1, 1.0, 10.0);
  private static final List<Double> HALVED = List.of(5e-4, 5e-3, 0.05, 0.5, 5.0);

  private final DoubleTensor left = Made.normals(1, STIMULI, 20);
  private final DoubleTensor midline = Made.normals(7, STIMULI, 6);
  private final DoubleTensor right = Made.normals(2, STIMULI, 20);
  private final FloatTensor responses = Made.responses(right, VERTICES, 3, 3);
  private final Folds folds = Made.folds(STIMULI, 4);

  @Test
  void equalWeightsAreTheFullModelAtHalfThePenalty() {
    EncodingResult full = encode(halves(), ridge(ALPHAS), Hemisphere.LH);
    EncodingResult banded = encode(halves(), ridge(HALVED, 0.5), Hemisphere.LH);
    assertClose(banded.array("score_banded"), full.array("score_full"));
    assertClose(banded.array("r2_banded"), full.array("r2_full"));
  }

  @Test
  void bandedRidgeDoesNotSeeAnExcludedMidline() {
    EncodingResult without = encode(halves(), ridge(HALVED, 0.5), Hemisphere.LH);
    EncodingResult with = encode(withMidline(), ridge(HALVED, 0.5), Hemisphere.LH);
    assertClose(with.array("score_banded"), without.array("score_banded"));
    assertThat(with.array("score_full").values())
        .isNotEqualTo(without.array("score_full").values());
  }

  @Test
  void allWeightOnOneHalfIsThatHalfsModel() {
    EncodingResult ofLeft = encode(halves(), ridge(ALPHAS, 0), Hemisphere.LH);
    assertThat(ofLeft.array("score_banded").values())
        .isEqualTo(ofLeft.array("score_ipsi").values());
    EncodingResult ofRight = encode(halves(), ridge(ALPHAS, 1), Hemisphere.LH);
    assertThat(ofRight.array("score_banded").values())
        .isEqualTo(ofRight.array("score_contra").values());
    assertThat(ofRight.array("alpha_folds_banded").values())
        .isEqualTo(ofRight.array("alpha_folds_contra").values());
  }

  @Test
  void exchangingTheHalvesMirrorsTheWeight() {
    Regression.Ridge ridge = ridge(ALPHAS, 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1);
    EncodingResult one = encode(halves(), ridge, Hemisphere.LH);
    EncodingResult other = encode(gram(List.of(right, left)), ridge, Hemisphere.LH);
    assertClose(other.array("score_banded"), one.array("score_banded"));
    float[] gamma = one.array("gamma_folds_banded").values();
    float[] mirrored = other.array("gamma_folds_banded").values();
    for (int i = 0; i < gamma.length; i++) {
      assertThat(mirrored[i]).isCloseTo(1 - gamma[i], within((float) FLOAT32));
    }
    assertClose(other.array("share_ipsi"), one.array("share_contra"));
  }

  @Test
  void verticesOfTheRightFieldWeighTheRightHalfMore() {
    EncodingResult result = encode(halves(), ridge(ALPHAS, 0, 0.5, 1), Hemisphere.RH);
    double mean = 0;
    for (float gamma : result.array("gamma_banded").values()) {
      mean += gamma / VERTICES;
    }
    assertThat(mean).isGreaterThan(0.7);
  }

  @Test
  void sharesAddUpToTheFullModelsScores() {
    for (Midline rule : Midline.values()) {
      EncodingResult result = encode(withMidline(), ridge(ALPHAS), Hemisphere.LH, rule);
      assertSum(result, "r2_full", "share_contra", "share_ipsi", "share_rest");
      assertSum(result, "score_full", "share_r_contra", "share_r_ipsi", "share_r_rest");
    }
  }

  @Test
  void withoutMidlineTheHalvesCarryTheWholeCorrelation() {
    EncodingResult result = encode(halves(), ridge(ALPHAS), Hemisphere.LH);
    assertSum(result, "score_full", "share_r_contra", "share_r_ipsi");
    EncodingResult shared = encode(withMidline(), ridge(ALPHAS), Hemisphere.LH, Midline.SHARE);
    assertSum(shared, "score_full", "share_r_contra", "share_r_ipsi");
  }

  @Test
  void jointSplitScoresTheHalvesByTheirShares() {
    FloatTensor expected = encode(halves(), ridge(ALPHAS), Hemisphere.LH).array("share_r_contra");
    EncodingResult joint =
        new Encoder(Made.resources())
            .encode(
                FeatureSpaces.joint(halves(), Hemisphere.LH, Midline.EXCLUDE),
                responses,
                folds,
                ridge(ALPHAS));
    assertThat(joint.array("score_contra").values()).isEqualTo(expected.values());
    assertThat(joint.arrays()).doesNotContainKeys("score_banded", "unique_contra", "alpha_contra");
    assertSum(joint, "score_full", "score_contra", "score_ipsi");
  }

  @Test
  void controlsKeepTheOrderOfTheirGroupsInBothHemispheres() {
    EncodingResult control =
        new Encoder(Made.resources())
            .encode(
                FeatureSpaces.control(halves(), Midline.EXCLUDE), responses, folds, ridge(ALPHAS));
    EncodingResult fields = encode(halves(), ridge(ALPHAS), Hemisphere.RH);
    assertThat(control.array("score_contra").values())
        .isEqualTo(fields.array("score_contra").values());
    assertThat(control.arrays()).doesNotContainKey("score_banded");
  }

  private SplitGram halves() {
    return gram(List.of(left, right));
  }

  private SplitGram withMidline() {
    return gram(List.of(left, midline, right));
  }

  private static SplitGram gram(List<DoubleTensor> parts) {
    List<Features> features = parts.stream().map(p -> Features.of("made", p)).toList();
    return new GramComputation(Made.resources()).ofFeatures(features, Scaling.NONE);
  }

  private static Regression.Ridge ridge(List<Double> alphas, double... gammas) {
    return new Regression.Ridge(alphas, java.util.Arrays.stream(gammas).boxed().toList());
  }

  private EncodingResult encode(SplitGram split, Regression regression, Hemisphere hemisphere) {
    return encode(split, regression, hemisphere, Midline.EXCLUDE);
  }

  private EncodingResult encode(
      SplitGram split, Regression regression, Hemisphere hemisphere, Midline rule) {
    return new Encoder(Made.resources())
        .encode(FeatureSpaces.of(split, hemisphere, rule), responses, folds, regression);
  }

  private static void assertSum(EncodingResult result, String whole, String... parts) {
    for (int v = 0; v < VERTICES; v++) {
      double sum = 0;
      for (String part : parts) {
        sum += result.array(part).values()[v];
      }
      assertThat(sum).isCloseTo(result.array(whole).values()[v], within(FLOAT32));
    }
  }

  private static void assertClose(FloatTensor actual, FloatTensor expected) {
    assertThat(actual.values()).containsExactly(expected.values(), within((float) FLOAT32));
  }
}
