package io.chiasm.study.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Missing;
import io.chiasm.study.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private final Plan plan = MadeMaterial.plan();
  private final int models = (int) plan.encoding().count();
  private final Set<ObjectKey> there = new HashSet<>();
  private final Set<String> failed = new HashSet<>();

  @Test
  void atFirstNothingIsDone() {
    assertThat(progress()).isEqualTo(new Progress(0, 0, 0, 0));
    assertThat(progress().ended(plan)).isFalse();
  }

  @Test
  void atLastAllIs() {
    // Given
    plan.encoding().forEach(task -> there.add(task.result()));
    // Then
    assertThat(progress()).isEqualTo(new Progress(plan.extraction().size(), 0, models, 0));
    assertThat(progress().ended(plan)).isTrue();
  }

  @Test
  void aPassCountsWhenEveryLayerOfItIsThere() {
    // Given
    ExtractionTask task = plan.extraction().get(0);
    // When
    there.add(task.layers().get(0).block(task.block()));
    // Then
    assertThat(progress().extracted()).isZero();
    // When
    task.layers().forEach(layer -> there.add(layer.block(task.block())));
    // Then
    assertThat(progress().extracted()).isEqualTo(1);
  }

  @Test
  void aFailedEncodingIsLostAlone() {
    // Given
    failed.add(plan.encoding().findFirst().orElseThrow().id());
    // Then
    assertThat(progress()).isEqualTo(new Progress(0, 0, 0, 1));
  }

  @Test
  void aFailedFanInLosesItsEncodings() {
    // Given
    FanIn fanIn = plan.fanIns().values().iterator().next();
    failed.add(ObjectLayout.stem(fanIn.gram().result()));
    // Then
    assertThat(progress().lostEncodings()).isEqualTo(fanIn.tasks().size());
  }

  @Test
  void aFailedPassLosesWhatNeedsItsStimuli() {
    // Given
    ExtractionTask first = plan.extraction().get(0);
    failed.add(first.id());
    // When
    long needing =
        plan.encoding().filter(task -> task.network().equals(first.networkName())).count();
    // Then
    assertThat(progress().lostExtractions()).isEqualTo(1);
    assertThat(progress().lostEncodings()).isEqualTo((int) needing);
    assertThat(progress().ended(plan)).isFalse();
  }

  @Test
  void aFailureWhoseObjectCameAllTheSameLosesNothing() {
    // Given
    EncodingTask task = plan.encoding().findFirst().orElseThrow();
    failed.add(task.id());
    there.add(task.result());
    // Then
    assertThat(progress().encoded()).isEqualTo(1);
    assertThat(progress().lostEncodings()).isZero();
  }

  @Test
  void passesWhoseMatricesAreThereOrWhoseModelsAllFailedAreNotWaitedFor() {
    int passes = plan.extraction().size();
    plan.encoding().forEach(task -> there.add(task.gram()));
    assertThat(progress()).isEqualTo(new Progress(passes, 0, 0, 0));
    there.clear();
    plan.encoding().forEach(task -> failed.add(task.id()));
    assertThat(progress()).isEqualTo(new Progress(passes, 0, 0, models));
  }

  @Test
  void oneModelThatIsOpenKeepsThePassesOfItsLayer() {
    // Given
    plan.encoding().forEach(task -> failed.add(task.id()));
    failed.remove(plan.encoding().findFirst().orElseThrow().id());
    // Then
    assertThat(progress().extracted()).isPositive().isLessThan(plan.extraction().size());
    assertThat(progress().lostEncodings()).isEqualTo(models - 1);
  }

  /**
   * A matrix that can no longer be formed is wanted all the same, should the pass be tried again.
   */
  @Test
  void lostModelsKeepThePassesThatTheyWaitFor() {
    // Given
    plan.extraction().forEach(task -> failed.add(task.id()));
    // Then
    int passes = plan.extraction().size();
    assertThat(progress()).isEqualTo(new Progress(0, passes, 0, models));
    // When
    plan.encoding().forEach(task -> failed.add(task.id()));
    // Then
    assertThat(progress()).isEqualTo(new Progress(0, passes, 0, models));
  }

  @Test
  void aMatrixThatIsThereOutlivesItsLostBlocks() {
    // Given
    plan.extraction().forEach(task -> failed.add(task.id()));
    plan.encoding().forEach(task -> there.add(task.gram()));
    // Then
    assertThat(progress().lostEncodings()).isZero();
    assertThat(progress().ended(plan)).isFalse();
  }

  @Test
  void aPassThatFailedAfterItsBlocksCameLosesNothing() {
    // Given
    for (ExtractionTask task : plan.extraction()) {
      failed.add(task.id());
      task.layers().forEach(layer -> there.add(layer.block(task.block())));
    }
    // Then
    assertThat(progress()).isEqualTo(new Progress(plan.extraction().size(), 0, 0, 0));
  }

  @Test
  void stagesCountWhatIsDoneFoundLostAndAll() {
    // Given
    Stage report = new Stage("report", "files", 1, 0, 0, 7);
    Progress now = new Progress(5, 1, 3, 2);
    // When
    List<Stage> stages = now.stages(plan, new Progress(4, 0, 2, 0), report);
    // Then
    int passes = plan.extraction().size();
    assertThat(stages)
        .containsExactly(
            new Stage("extraction", "passes", 5, 4, 1, passes),
            new Stage("encoding", "models", 3, 2, 2, models),
            report);
  }

  /** A study ends whatever fails: what can still be done is done, and then nothing is open. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverFailsTheStudyEnds(int seed) {
    // Given
    Random random = new Random(seed);
    // When
    for (int round = 0; round < 3; round++) {
      work(random);
    }
    // Then
    Progress progress = progress();
    assertThat(progress.ended(plan)).isTrue();
    assertThat(progress.encoded() + progress.lostEncodings()).isEqualTo(models);
  }

  /** One round of work; what failed once stays failed. */
  private void work(Random random) {
    Missing missing = Missing.of(plan, there::contains);
    for (ExtractionTask task : missing.extraction()) {
      if (failed.contains(task.id()) || random.nextInt(6) == 0) {
        failed.add(task.id());
      } else {
        task.layers().forEach(layer -> there.add(layer.block(task.block())));
      }
    }
    for (FanIn fanIn : missing.ready().values()) {
      ObjectKey gram = fanIn.gram().result();
      if (random.nextInt(4) == 0 || failed.contains(ObjectLayout.stem(gram))) {
        failed.add(ObjectLayout.stem(gram));
      } else {
        there.add(gram);
      }
    }
    for (EncodingTask task : missing.encoding()) {
      if (random.nextInt(4) == 0) {
        failed.add(task.id());
      } else {
        there.add(task.result());
      }
    }
  }

  private Progress progress() {
    return Progress.of(plan, there::contains, failed);
  }
}
