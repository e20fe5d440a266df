package io.chiasm.report.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.MadeStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedGroupTest {
  @Test
  void networksDrawnAlikeFromOneSourceAreSeedsOfOne() {
    Study study =
        MadeStudy.study(
            List.of(
                "trained",
                "untrained-0",
                "recalibrated-0",
                "untrained-1",
                "recalibrated-1",
                "untrained-2"));
    assertThat(SeedGroup.of(study).subList(6, 8))
        .containsExactly(
            new SeedGroup(
                "untrained (3 seeds)", List.of("untrained-0", "untrained-1", "untrained-2")),
            new SeedGroup("recalibrated (2 seeds)", List.of("recalibrated-0", "recalibrated-1")));
    assertThat(SeedGroup.of(study)).hasSize(8);
  }

  @Test
  void anotherSourceAnotherKindOrTrainedWeightsAreNoSeeds() {
    Study made =
        MadeStudy.study(
            List.of("trained", "trained-b", "untrained-0", "untrained-1", "recalibrated-0"));
    Study study =
        made.of(
            List.of(
                made.networks().get(0),
                made.networks().get(1),
                made.networks().get(2),
                made.networks().get(3).from(new NetworkSource.BuiltIn("resnet18", "")),
                made.networks().get(4)));
    assertThat(SeedGroup.of(study))
        .extracting(SeedGroup::label)
        .containsExactly("trained", "trained-b", "untrained-0", "untrained-1", "recalibrated-0");
  }
}
