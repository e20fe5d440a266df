package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.ceiling.NoiseCeilings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalisedScoresTest {
  /** Inputs are float32. */
  private static final double ROUNDING = 1e-6;

  private static final EncodingCell CELL =
      new MadeCell(
          "subj01",
          Hemisphere.LH,
          new Condition("trained", "early", "features.2", "features", "ridge"),
          Map.of(
              "score_full", new float[] {0.2f, 0.4f, Float.NaN, 0.9f},
              "r2_full", new float[] {0.04f, 0.16f, Float.NaN, 0.81f}));

  @Test
  void theShareOfTheCeilingIsARatioOfMeansOverVerticesThatHaveBoth() {
    NormalisedScore row = row(0.5f, 0.7f, 0.6f, Float.NaN);
    assertThat(row.scored()).isEqualTo(2);
    assertThat(row.vertices()).isEqualTo(4);
    assertThat(row.scoreNormalised()).isCloseTo(0.6 / 1.2, within(ROUNDING));
    assertThat(row.r2Normalised()).isCloseTo(0.2 / 0.74, within(ROUNDING));
  }

  @Test
  void aShareAboveOneIsNotCutOff() {
    assertThat(row(0.1f, 0.1f, 0.1f, 0.1f).scoreNormalised()).isGreaterThan(1);
  }

  @Test
  void aCeilingThatIsNotPositiveGivesNoShare() {
    NormalisedScore row = row(0.1f, -0.1f, 0.5f, -0.3f);
    assertThat(row.scoreNormalised()).isNaN();
    assertThat(row.r2Normalised()).isNaN();
    assertThat(row.score()).isCloseTo(0.5, within(ROUNDING));
  }

  @Test
  void aHemisphereWithoutACeilingHasNoRows() {
    NormalisedScores scores =
        new NormalisedScores(
            (participant, side) -> List.of(), List.of(new NoiseCeilings(NoiseCeilings.Kind.GIVEN)));
    scores.add(CELL);
    assertThat(scores.rows()).isEmpty();
  }

  @Test
  void aCeilingOfOtherVerticesIsRefused() {
    assertThatThrownBy(() -> row(0.1f))
        .isInstanceOf(InputException.class)
        .hasMessage("the noise ceiling of subj01 lh has 1 vertices, the scores have 4");
  }

  private static NormalisedScore row(float... ceiling) {
    NoiseCeilings given = new NoiseCeilings(NoiseCeilings.Kind.GIVEN);
    given.add(new ParticipantId("subj01"), Hemisphere.LH, ceiling);
    NormalisedScores scores =
        new NormalisedScores((participant, side) -> List.of(), List.of(given));
    scores.add(CELL);
    assertThat(scores.rows()).hasSize(1);
    return scores.rows().get(0);
  }
}
