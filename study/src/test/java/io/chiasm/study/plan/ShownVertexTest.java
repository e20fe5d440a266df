package io.chiasm.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.VertexSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which encodings keep the predictions of one vertex. */
class ShownVertexTest {
  private static final VertexSpec SECOND =
      new VertexSpec(new ParticipantId("subj02"), Hemisphere.RH, 7);

  @Test
  void theFirstLayerOfTheTrainedNetworkKeepsTheBestOfEveryHemisphere() {
    List<EncodingTask> keeping = keeping(plan(null));
    assertThat(keeping).hasSize(3 * 2);
    String first = study(null).networks().get(0).layers().keySet().iterator().next();
    assertThat(keeping)
        .allSatisfy(
            task -> {
              assertThat(task.network()).isEqualTo("trained");
              assertThat(task.layer()).isEqualTo(first);
              assertThat(task.split()).isEqualTo("features");
              assertThat(task.vertex()).isEqualTo(VertexChoice.BEST);
            });
  }

  @Test
  void theStudysOwnVertexIsKeptByItsHemisphereAlone() {
    List<EncodingTask> keeping = keeping(plan(SECOND));
    assertThat(keeping).hasSize(1);
    assertThat(keeping.get(0).participant()).isEqualTo(SECOND.participant());
    assertThat(keeping.get(0).hemisphere()).isEqualTo(Hemisphere.RH);
    assertThat(keeping.get(0).vertex()).isEqualTo(new VertexChoice(7));
  }

  @Test
  void anotherVertexEncodesOneHemisphereOfOneLayerAgain() {
    // Given
    Set<String> before = ids(plan(SECOND));
    // When
    Set<String> after = ids(plan(new VertexSpec(SECOND.participant(), SECOND.hemisphere(), 8)));
    // Then
    after.removeAll(before);
    assertThat(after).hasSize(1);
  }

  private static List<EncodingTask> keeping(Plan plan) {
    return plan.encoding().filter(task -> task.vertex() != null).toList();
  }

  private static Set<String> ids(Plan plan) {
    return new HashSet<>(plan.encoding().map(EncodingTask::id).toList());
  }

  private static Plan plan(@Nullable VertexSpec vertex) {
    return Planner.plan(MadeMaterial.ID, study(vertex), MadeMaterial.material());
  }

  private static Study study(@Nullable VertexSpec vertex) {
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.FEATURES,
            SplitSpec.Midline.EXCLUDE,
            List.of(SplitSpec.Control.UPPER_LOWER));
    return MadeMaterial.study(split, EncodingSpec.DEFAULT, vertex);
  }
}
