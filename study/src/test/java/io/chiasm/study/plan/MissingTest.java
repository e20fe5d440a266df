package io.chiasm.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.store.ObjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingTest {
  private final Plan plan = MadeMaterial.plan();
  private final StudyKeys keys = StudyKeys.of(plan);

  @Test
  void withAnEmptyStoreAllIsExtractedFirst() {
    // When
    Missing missing = Missing.of(plan, key -> false);
    // Then
    assertThat(missing.extraction()).isEqualTo(plan.extraction());
    assertThat(missing.ready()).isEmpty();
    assertThat(missing.encoding()).isEmpty();
  }

  @Test
  void withEverythingThereNothingIsMissing() {
    assertNothingMissing(everything());
  }

  @Test
  void theResultsAloneAreEnough() {
    assertNothingMissing(new HashSet<>(keys.encodings()));
  }

  @Test
  void withAllActivationsEveryFanInIsReady() {
    // When
    Missing missing = Missing.of(plan, keys.activations()::contains);
    // Then
    assertThat(missing.ready()).isEqualTo(plan.fanIns());
    assertThat(missing.extraction()).isEmpty();
    assertThat(missing.encoding()).isEmpty();
  }

  @Test
  void withGramMatricesActivationsAreNotNeeded() {
    // When
    Missing missing = Missing.of(plan, keys.grams()::contains);
    // Then
    assertThat(missing.extraction()).isEmpty();
    assertThat(missing.ready()).isEmpty();
    assertThat(missing.encoding()).isEqualTo(plan.encoding().toList());
  }

  @Test
  void aResultRemovedIsEncodedAgain() {
    for (EncodingTask task : plan.encoding().toList()) {
      // Given
      Set<ObjectKey> there = everything();
      there.remove(task.result());
      // When
      Missing missing = Missing.of(plan, there::contains);
      // Then
      assertThat(missing.encoding()).containsExactly(task);
      assertThat(missing.extraction()).isEmpty();
      assertThat(missing.ready()).isEmpty();
    }
  }

  @Test
  void gramMatricesRemovedAreFormedAgainOnlyIfAResultNeedsThem() {
    for (Map.Entry<ObjectKey, FanIn> entry : plan.fanIns().entrySet()) {
      // Given
      Set<ObjectKey> there = everything();
      there.remove(entry.getValue().gram().result());
      // Then
      assertNothingMissing(there);
      // Given
      there.remove(entry.getValue().tasks().get(0).result());
      // Then
      assertThat(Missing.of(plan, there::contains).ready()).containsOnlyKeys(entry.getKey());
    }
  }

  @Test
  void aBlockRemovedIsExtractedAgainForThatLayerAlone() {
    // Given
    FanIn fanIn = plan.fanIns().values().iterator().next();
    ObjectKey block = fanIn.blocks().get(0).block();
    Set<ObjectKey> there = new HashSet<>(keys.activations());
    there.remove(block);
    // When
    List<ExtractionTask> again = Missing.of(plan, there::contains).extraction();
    // Then
    assertThat(again).hasSize(1);
    assertThat(again.get(0).layers())
        .singleElement()
        .satisfies(layer -> assertThat(layer.block(again.get(0).block())).isEqualTo(block));
  }

  /** subj03 saw stimuli of the first two blocks, the others of all three. */
  @Test
  void onlyBlocksOfFanInsThatLackTheirGramMatricesAreExtracted() {
    for (boolean third : new boolean[] {true, false}) {
      // Given
      List<FanIn> open =
          plan.fanIns().values().stream().filter(fanIn -> isThird(fanIn) == third).toList();
      Set<ObjectKey> there = everything();
      there.removeAll(keys.activations());
      open.forEach(fanIn -> there.remove(fanIn.gram().result()));
      open.forEach(fanIn -> fanIn.tasks().forEach(task -> there.remove(task.result())));
      // When
      Set<ObjectKey> extracted = new HashSet<>();
      Missing.of(plan, there::contains)
          .extraction()
          .forEach(t -> t.layers().forEach(layer -> extracted.add(layer.block(t.block()))));
      // Then
      Set<ObjectKey> needed = new HashSet<>();
      open.forEach(fanIn -> fanIn.blocks().forEach(rows -> needed.add(rows.block())));
      assertThat(extracted).isEqualTo(needed).hasSize(2 * 2 * (third ? 2 : 3));
    }
  }

  private static boolean isThird(FanIn fanIn) {
    return fanIn.tasks().get(0).participant().value().equals("subj03");
  }

  @Test
  void doingWhatIsMissingEndsAfterThreeRounds() {
    // Given
    Set<ObjectKey> there = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      // When
      Missing missing = Missing.of(plan, there::contains);
      missing
          .extraction()
          .forEach(t -> t.layers().forEach(layer -> there.add(layer.block(t.block()))));
      missing.ready().values().forEach(fanIn -> there.add(fanIn.gram().result()));
      missing.encoding().forEach(task -> there.add(task.result()));
    }
    // Then
    assertThat(there).isEqualTo(everything());
    assertNothingMissing(there);
  }

  @Test
  void aFanInIsNotReadyBeforeItsLastBlock() {
    for (FanIn fanIn : plan.fanIns().values()) {
      for (BlockRows rows : fanIn.blocks()) {
        // Given
        Set<ObjectKey> there = new HashSet<>(keys.activations());
        there.remove(rows.block());
        // Then
        assertThat(Missing.of(plan, there::contains).ready().values()).doesNotContain(fanIn);
      }
    }
  }

  private void assertNothingMissing(Set<ObjectKey> there) {
    Missing missing = Missing.of(plan, there::contains);
    assertThat(missing.extraction()).isEmpty();
    assertThat(missing.ready()).isEmpty();
    assertThat(missing.encoding()).isEmpty();
  }

  private Set<ObjectKey> everything() {
    Set<ObjectKey> all = new HashSet<>(keys.activations());
    all.addAll(keys.grams());
    all.addAll(keys.encodings());
    return all;
  }
}
