package io.chiasm.report.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.FoldMeans;
import io.chiasm.report.results.Roi;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancedValuesTest {
  private static final Roi V1V = new Roi("prf", "V1v");
  private static final Condition CONDITION =
      new Condition("untrained-0", "early", "t", "features", "ridge");
  private static final SeedGroup SEEDS =
      new SeedGroup("untrained (2 seeds)", List.of("untrained-0", "untrained-1"));

  @Test
  void whoLacksASeedOrAFoldIsLeftOut() {
    // Given whole values of subj02 alone
    List<FoldMeans> first =
        List.of(
            left("subj01", 9, 9, 9),
            left("subj02", 1, 2, 3),
            left("subj03", 9, 9, 9),
            left("subj04", 9, 9));
    List<FoldMeans> second =
        List.of(left("subj02", 5, 6, 7), left("subj03", 9, 9), left("subj04", 9, 9));
    // When
    VarianceOfRoi found = variance(List.of(first, second));
    // Then
    assertThat(found.participants()).isEqualTo(1);
    assertThat(found.hemispheres()).isEqualTo(1);
    assertThat(found.seeds()).isEqualTo(2);
    assertThat(found.folds()).isEqualTo(3);
    assertThat(found.mean()).isEqualTo(4);
  }

  @Test
  void aHemisphereThatLacksAFoldIsAsIfItWereNotThere() {
    List<FoldMeans> rows =
        List.of(
            left("subj01", 1, 3),
            new FoldMeans(new ParticipantId("subj01"), Hemisphere.RH, CONDITION, V1V, List.of(9.0)),
            left("subj02", 5, 7));
    VarianceOfRoi found = variance(List.of(rows));
    assertThat(found.participants()).isEqualTo(2);
    assertThat(found.hemispheres()).isEqualTo(1);
    assertThat(found.mean()).isEqualTo(4);
  }

  @Test
  void whereNobodyHasEverySeedThereIsNothingToTakeApart() {
    assertThat(BalancedValues.of(List.of(List.of(left("subj01", 1, 2)), List.of()))).isEmpty();
  }

  private static VarianceOfRoi variance(List<List<FoldMeans>> seeds) {
    return BalancedValues.of(seeds).orElseThrow().variance(SEEDS, CONDITION, V1V);
  }

  private static FoldMeans left(String participant, double... means) {
    return new FoldMeans(
        new ParticipantId(participant),
        Hemisphere.LH,
        CONDITION,
        V1V,
        java.util.Arrays.stream(means).boxed().toList());
  }
}
