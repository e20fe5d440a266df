package io.chiasm.study.plan;

import static io.chiasm.study.plan.MadeMaterial.ID;
import static io.chiasm.study.plan.MadeMaterial.participant;
import static io.chiasm.study.plan.MadeMaterial.stimuli;
import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final Plan plan = MadeMaterial.plan();

  @Test
  void everyNetworkSeesEveryStimulusOnce() {
    Map<String, List<StimulusRef>> seen =
        plan.extraction().stream()
            .collect(
                Collectors.groupingBy(
                    ExtractionTask::networkName,
                    Collectors.flatMapping(t -> t.stimuli().stream(), Collectors.toList())));
    assertThat(seen).containsOnlyKeys("trained", "untrained-0");
    assertThat(seen.values()).allSatisfy(s -> assertThat(s).isEqualTo(stimuli(0, 70)));
  }

  /** 64 stimuli fill two blocks of 32, and there is no third without any. */
  @Test
  void everyBlockHasAStimulus() {
    Material material =
        new Material(
            MadeMaterial.material().networks(), List.of(participant("subj01", stimuli(0, 64))));
    Plan full = Planner.plan(ID, MadeMaterial.study(), material);
    assertThat(full.extraction()).hasSize(2 * 2);
    assertThat(full.extraction()).allMatch(task -> task.stimuli().size() == 32);
  }

  @Test
  void everyTaskHasANameOfItsOwn() {
    assertThat(plan.extraction()).extracting(ExtractionTask::id).doesNotHaveDuplicates();
    assertThat(plan.encoding().map(EncodingTask::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyCellIsEncodedOnce() {
    List<String> cells =
        plan.encoding()
            .map(t -> t.participant() + " " + t.hemisphere() + " " + t.network() + " " + t.layer())
            .toList();
    assertThat(cells).doesNotHaveDuplicates().hasSize(3 * 2 * 2 * 2);
    assertThat(plan.encoding().map(EncodingTask::result)).doesNotHaveDuplicates();
  }

  @Test
  void participantsWhoSawTheSameShareTheirGramMatrices() {
    // Given
    Map<String, Set<ObjectKey>> grams =
        plan.encoding()
            .collect(
                Collectors.groupingBy(
                    t -> t.participant().value(),
                    Collectors.mapping(EncodingTask::gram, Collectors.toSet())));
    // Then
    assertThat(grams.get("subj01")).hasSize(4).isEqualTo(grams.get("subj02"));
    assertThat(grams.get("subj03")).hasSize(4).doesNotContainAnyElementsOf(grams.get("subj01"));
    assertThat(plan.fanIns()).hasSize(8);
  }

  @Test
  void theRowsOfAFanInAreItsStimuliInOrder() {
    Map<ObjectKey, List<StimulusRef>> blocks = blocks(plan);
    for (FanIn fanIn : plan.fanIns().values()) {
      // When
      List<StimulusRef> rows =
          fanIn.blocks().stream()
              .flatMap(b -> rows(b, blocks.getOrDefault(b.block(), List.of())).stream())
              .toList();
      // Then
      boolean third = fanIn.tasks().get(0).participant().value().equals("subj03");
      assertThat(rows).isEqualTo(third ? stimuli(20, 60) : stimuli(0, 70));
      // Of whole blocks no row is named; subj03 has 20 to 31 of the first and 32 to 59 of the
      // second.
      assertThat(fanIn.blocks())
          .extracting(block -> block.rows().size())
          .isEqualTo(third ? List.of(12, 28) : List.of(0, 0, 0));
    }
  }

  @Test
  void aBlockKnowsTheFanInsThatNeedItsLayer() {
    for (ExtractionTask task : plan.extraction()) {
      for (LayerTarget target : task.layers()) {
        ObjectKey block = target.block(task.block());
        Set<ObjectKey> waiting =
            plan.fanIns().entrySet().stream()
                .filter(e -> e.getValue().blocks().stream().anyMatch(b -> b.block().equals(block)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(target.fanIns()).containsAll(waiting);
      }
    }
  }

  @Test
  void theOrderOfParticipantsChangesNoKey() {
    // Given
    Material material = MadeMaterial.material();
    List<Material.Participant> reversed = new ArrayList<>(material.participants());
    java.util.Collections.reverse(reversed);
    // When
    Plan other =
        Planner.plan(ID, MadeMaterial.study(), new Material(material.networks(), reversed));
    // Then
    assertThat(StudyKeys.of(other)).isEqualTo(StudyKeys.of(plan));
    assertThat(other.fanIns().keySet()).isEqualTo(plan.fanIns().keySet());
    assertThat(other.encoding().toList())
        .containsExactlyInAnyOrderElementsOf(plan.encoding().toList());
  }

  @Test
  void anotherStudyOfTheSameSharesAllObjects() {
    Plan other = Planner.plan("other-11111111", MadeMaterial.study(), MadeMaterial.material());
    assertThat(StudyKeys.of(other)).isEqualTo(StudyKeys.of(plan));
    assertThat(other.fanIns().keySet()).doesNotContainAnyElementsOf(plan.fanIns().keySet());
  }

  @Test
  void aParticipantMoreWithTheSameStimuliCostsNoExtraction() {
    // Given
    Material material = MadeMaterial.material();
    List<Material.Participant> more = new ArrayList<>(material.participants());
    more.add(participant("subj04", stimuli(0, 70)));
    // When
    Plan larger = Planner.plan(ID, MadeMaterial.study(), new Material(material.networks(), more));
    // Then
    StudyKeys before = StudyKeys.of(plan);
    StudyKeys after = StudyKeys.of(larger);
    assertThat(after.activations()).isEqualTo(before.activations());
    assertThat(after.grams()).isEqualTo(before.grams());
    assertThat(after.encodings()).containsAll(before.encodings()).hasSize(24 + 8);
  }

  @Test
  void aHemisphereWithoutResponsesIsNotEncoded() {
    // Given
    Material.Participant whole = participant("subj01", stimuli(0, 40));
    Material.Participant left =
        new Material.Participant(
            whole.participant(),
            whole.stimuli(),
            whole.folds(),
            Map.of(Hemisphere.LH, whole.responses().get(Hemisphere.LH)));
    Material material = new Material(MadeMaterial.material().networks(), List.of(left));
    // When
    Plan half = Planner.plan(ID, MadeMaterial.study(), material);
    // Then
    assertThat(half.encoding().map(EncodingTask::hemisphere)).containsOnly(Hemisphere.LH);
  }

  private static Map<ObjectKey, List<StimulusRef>> blocks(Plan plan) {
    Map<ObjectKey, List<StimulusRef>> blocks = new HashMap<>();
    for (ExtractionTask task : plan.extraction()) {
      task.layers().forEach(layer -> blocks.put(layer.block(task.block()), task.stimuli()));
    }
    return blocks;
  }

  private static List<StimulusRef> rows(BlockRows rows, List<StimulusRef> block) {
    return rows.rows().isEmpty()
        ? block
        : IntStream.range(0, rows.rows().size())
            .mapToObj(i -> block.get(rows.rows().get(i)))
            .toList();
  }
}
