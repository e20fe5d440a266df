package io.chiasm.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keys of objects that stores hold already. Another key makes everybody compute anew what is there:
 * whoever changes one here raises the version of its kind in {@link Keys}, or should not have.
 */
class KeyStabilityTest {
  private final Plan plan = plan();

  @Test
  void activationsOfTrainedAndOfDrawnWeightsKeepTheirKeys() {
    assertThat(plan.extraction())
        .flatExtracting(task -> task.layers())
        .extracting(layer -> layer.folder().value())
        .containsExactly(
            "activations/6852500252357c64c535c297cc7f71de",
            "activations/aa40a0dbef867276291ad5b38224030c");
  }

  /** Of photographs as they are stored, and of one that is turned. */
  @Test
  void gramMatricesKeepTheirKeys() {
    assertThat(plan.fanIns().values())
        .extracting(fanIn -> fanIn.gram().result().value())
        .containsExactly(
            "grams/999550feb42950160730dd81daecd2ad.json",
            "grams/978749152dd7730d57136d7631562f8e.json");
  }

  @Test
  void encodingsWithAndWithoutAShownVertexKeepTheirKeys() {
    assertThat(plan.encoding().map(task -> task.result().value()))
        .containsExactly(
            "encodings/eee8f4ec99f8e06cf5797468178a80fe.json",
            "encodings/b39f8bd5c5bff498e30e98d2fe58bd6b.json");
  }

  private static Plan plan() {
    List<StimulusRef> stimuli = new ArrayList<>(MadeMaterial.stimuli(0, 3));
    StimulusRef last = stimuli.get(2);
    stimuli.set(
        2,
        new StimulusRef(
            last.stimulus(), ObjectLayout.turnedImage(last.sha256(), 6), last.sha256()));
    Material.Participant participant =
        new Material.Participant(
            new ParticipantId("subj01"),
            stimuli,
            MadeMaterial.tensor("folds", 3),
            Map.of(Hemisphere.LH, MadeMaterial.tensor("responses", 3, 5)));
    Map<String, String> layer = Map.of("early", "stage3");
    Material material =
        new Material(
            List.of(
                new Material.Network(
                    "trained", MadeMaterial.reference(null), MadeMaterial.INPUT, layer),
                new Material.Network(
                    "untrained-0", MadeMaterial.reference(0L), MadeMaterial.INPUT, layer)),
            List.of(participant));
    Regression ridge = new Regression.Ridge(List.of(1.0, 10.0), List.of(0.0, 0.5, 1.0));
    return Planner.plan(
        MadeMaterial.ID,
        MadeMaterial.study(SplitSpec.DEFAULT, new EncodingSpec(ridge, Scaling.TRACE)),
        material);
  }
}
