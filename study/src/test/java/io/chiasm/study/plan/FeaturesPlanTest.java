package io.chiasm.study.plan;

import static io.chiasm.study.plan.MadeMaterial.ID;
import static io.chiasm.study.plan.MadeMaterial.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Features that came with the study: no extraction, one reading, everything else as ever. */
class FeaturesPlanTest {
  private static final TensorRef CATEGORIES = tensor("categories", 70, 5, 1, 2);

  private final Plan plan = plan(SplitSpec.DEFAULT, CATEGORIES);

  @Test
  void everyHemisphereIsEncodedFromThemOnce() {
    List<String> cells =
        semantic(plan)
            .map(t -> t.participant() + " " + t.hemisphere() + " " + t.layer() + " " + t.split())
            .toList();
    assertThat(cells).doesNotHaveDuplicates().hasSize(3 * 2);
    assertThat(cells).allMatch(c -> c.endsWith(" categories features"));
  }

  @Test
  void nothingElseOfThePlanChanges() {
    Plan without = MadeMaterial.plan();
    assertThat(plan.extraction()).isEqualTo(without.extraction());
    assertThat(StudyKeys.of(plan).grams()).containsAll(StudyKeys.of(without).grams());
    assertThat(StudyKeys.of(plan).encodings()).containsAll(StudyKeys.of(without).encodings());
  }

  @Test
  void theRowsAreThoseOfTheStimuliThatAParticipantSaw() {
    Set<List<Integer>> rows =
        fanIns(plan).values().stream()
            .map(fanIn -> fanIn.blocks().get(0).rows())
            .collect(Collectors.toSet());
    // The made participants saw stimuli 0 to 69, and 20 to 59.
    assertThat(rows)
        .containsExactlyInAnyOrder(
            IntStream.range(0, 70).boxed().toList(), IntStream.range(20, 60).boxed().toList());
  }

  @Test
  void aStimulusWithoutFeaturesIsNamed() {
    TensorRef tensor = tensor("categories", 60, 5, 1, 2);
    List<StimulusId> sixty = IntStream.range(0, 60).mapToObj(StimulusId::new).toList();
    Material.Features features = new Material.Features("semantic", "categories", tensor, sixty);
    assertThatThrownBy(() -> features.rows(List.of(new StimulusId(3), new StimulusId(60))))
        .hasMessage("no features of " + new StimulusId(60));
  }

  @Test
  void theyAreReadyAsSoonAsTheyAreInTheStore() {
    Missing missing = Missing.of(plan, CATEGORIES.key()::equals);
    assertThat(missing.ready()).isEqualTo(fanIns(plan)).hasSize(2);
  }

  @Test
  void otherFeaturesHaveOtherKeys() {
    Plan other = plan(SplitSpec.DEFAULT, tensor("other categories", 70, 5, 1, 2));
    assertThat(semantic(other).map(EncodingTask::result))
        .doesNotContainAnyElementsOf(semantic(plan).map(EncodingTask::result).toList());
  }

  @Test
  void theyTakeTheNameOfTheStudysSplitAndNoControls() {
    for (At at : At.values()) {
      // When
      List<Callosum> callosa = at == At.ARCHITECTURE ? List.of(Callosum.of("stage6")) : List.of();
      List<Control> controls =
          Arrays.stream(Control.values()).filter(control -> !control.repeats(at)).toList();
      Plan planned = plan(new SplitSpec(at, Midline.EXCLUDE, controls, callosa), CATEGORIES);
      // Then
      assertThat(semantic(planned).map(EncodingTask::split)).containsOnly(at.label()).hasSize(6);
      assertThat(fanIns(planned).values())
          .allSatisfy(fanIn -> assertThat(fanIn.gram().split()).isEqualTo("features"))
          .allSatisfy(fanIn -> assertThat(fanIn.controls()).isEmpty());
    }
  }

  private static Plan plan(SplitSpec split, TensorRef categories) {
    Material made = MadeMaterial.material();
    List<StimulusId> stimuli = IntStream.range(0, 70).mapToObj(StimulusId::new).toList();
    Material.Features features =
        new Material.Features("semantic", "categories", categories, stimuli);
    return Planner.plan(
        ID,
        MadeMaterial.study(split, EncodingSpec.DEFAULT),
        new Material(made.networks(), List.of(features), made.participants()));
  }

  private static java.util.stream.Stream<EncodingTask> semantic(Plan plan) {
    return plan.encoding().filter(t -> t.network().equals("semantic"));
  }

  private static Map<ObjectKey, FanIn> fanIns(Plan plan) {
    return plan.fanIns().entrySet().stream()
        .filter(e -> e.getValue().tasks().get(0).network().equals("semantic"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
