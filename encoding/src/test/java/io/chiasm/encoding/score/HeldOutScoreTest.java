package io.chiasm.encoding.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.encoding.testing.Made;
import org.junit.jupiter.api.Test;

class HeldOutScoreTest {
  /** A few dozen float64 operations on numbers of order one. */
  private static final double ROUND_OFF = 1e-13;

  private final double[] measured = Made.normals(1, 20).values();
  private final double[] deviation = Made.normals(2, 20).values();

  @Test
  void correlationAndDeterminationByHand() {
    // Means 2 and 1; products of deviations 1, squares 2 and 2; residuals 0, 2 and -1.
    HeldOutScore score = HeldOutScore.of(new double[] {1, 3, 2}, new double[] {0, 0, 2}, 1);
    double covariance = -1 * (0 - 2.0 / 3) + 1 * (0 - 2.0 / 3) + 0;
    assertThat(score.r()).isCloseTo(covariance, within(ROUND_OFF));
    assertThat(score.r2()).isCloseTo(1 - (0 + 4 + 1) / 2.0, within(ROUND_OFF));
  }

  @Test
  void perfectPredictionScoresOne() {
    HeldOutScore score = HeldOutScore.of(measured, measured, 0);
    assertThat(score.r()).isCloseTo(1, within(ROUND_OFF));
    assertThat(score.r2()).isEqualTo(1);
  }

  @Test
  void correlationIgnoresScaleAndShift() {
    double[] other = new double[deviation.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 1e-9 * deviation[i] + 4e-9;
    }
    assertThat(HeldOutScore.of(measured, other, 5).r())
        .isCloseTo(HeldOutScore.of(measured, deviation, -3).r(), within(1e-6 * ROUND_OFF + 1e-12));
  }

  @Test
  void constantResponseHasNoScore() {
    assertNone(HeldOutScore.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}, 0));
  }

  @Test
  void constantPredictionHasNoScoreEvenWithRoundOff() {
    assertNone(HeldOutScore.of(new double[] {1, 2, 4}, new double[3], 2));
    double almost = Math.nextUp(0.3);
    assertNone(HeldOutScore.of(new double[] {1, 2, 4}, new double[] {0.3, almost, 0.3}, 2));
  }

  @Test
  void meanOverFoldsNeedsEveryFold() {
    FoldScores scores = new FoldScores(2, 3);
    scores.set(0, 0, 0.25);
    scores.set(1, 0, 0.75);
    scores.set(0, 1, 0.5);
    assertThat(scores.mean()).containsExactly(0.5, Double.NaN, Double.NaN);
  }

  @Test
  void lowerMedianIsOneOfTheFoldsOwnValues() {
    FoldScores scores = new FoldScores(4, 1);
    double[] alphas = {100, 1, 10, 1000};
    for (int fold = 0; fold < 4; fold++) {
      scores.set(fold, 0, alphas[fold]);
    }
    assertThat(scores.lowerMedian()).containsExactly(10);
  }

  @Test
  void valuesAreKeptByFoldThenVertex() {
    FoldScores scores = new FoldScores(2, 3);
    scores.set(1, 0, 0.75);
    scores.set(0, 2, 0.5);
    double none = Double.NaN;
    assertThat(scores.perFold()).containsExactly(none, none, 0.5, 0.75, none, none);
    assertThat(scores.get(1, 0)).isEqualTo(0.75);
  }

  @Test
  void medianOfAnOddNumberOfFoldsIsTheMiddleOne() {
    FoldScores scores = new FoldScores(3, 2);
    double[] alphas = {100, 1, 10};
    for (int fold = 0; fold < 3; fold++) {
      scores.set(fold, 1, alphas[fold]);
      scores.set(fold, 0, 7);
    }
    assertThat(scores.lowerMedian()).containsExactly(7, 10);
  }

  @Test
  void shareByHand() {
    // Deviations: y −1, 0, 1; prediction −2/3, −2/3, 4/3; its part −1, 0, 1.
    PredictionShare share =
        PredictionShare.of(new double[] {1, 2, 3}, new double[] {0, 0, 2}, new double[] {5, 6, 7});
    assertThat(share.r()).isCloseTo(2 / Math.sqrt(2 * 8.0 / 3), within(ROUND_OFF));
    assertThat(share.r2()).isCloseTo((2 * 2 - 2) / 2.0, within(ROUND_OFF));
  }

  @Test
  void theWholeIsItsOwnShareOfTheCorrelation() {
    PredictionShare share = PredictionShare.of(measured, deviation, deviation);
    assertThat(share.r()).isCloseTo(HeldOutScore.of(measured, deviation, 0).r(), within(ROUND_OFF));
  }

  private static void assertNone(HeldOutScore score) {
    assertThat(score.r()).isNaN();
    assertThat(score.r2()).isNaN();
  }
}
