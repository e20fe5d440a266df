package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.MadeStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedPairTest {
  private static final Study STUDY =
      MadeStudy.study(List.of("trained", "untrained-0", "recalibrated", "untrained-1"));

  @Test
  void aTrainedNetworkIsComparedWithEachKindOfControlInTheSameLayerAndSplit() {
    // Given
    Condition early = condition("trained", "early", "features");
    Condition late = condition("trained", "late", "features");
    Condition mirrored = condition("trained", "early", "mirrored");
    Condition one = condition("untrained-0", "early", "features");
    Condition other = condition("untrained-1", "early", "features");
    Condition ofMirrored = condition("untrained-1", "early", "mirrored");
    Condition recalibrated = condition("recalibrated", "early", "features");
    // When
    List<TrainedPair> pairs =
        TrainedPair.of(STUDY, List.of(early, late, mirrored, one, other, ofMirrored, recalibrated));
    // Then the late layer has no control
    assertThat(pairs)
        .containsExactly(
            new TrainedPair(early, TrainedPair.Control.UNTRAINED, List.of(one, other)),
            new TrainedPair(mirrored, TrainedPair.Control.UNTRAINED, List.of(ofMirrored)),
            new TrainedPair(early, TrainedPair.Control.RECALIBRATED, List.of(recalibrated)));
    assertThat(pairs)
        .extracting(TrainedPair::label)
        .containsExactly(
            "trained − untrained (2 seeds)", "trained − untrained-1", "trained − recalibrated");
  }

  private static Condition condition(String network, String layer, String split) {
    return new Condition(network, layer, layer, split, "ridge");
  }
}
