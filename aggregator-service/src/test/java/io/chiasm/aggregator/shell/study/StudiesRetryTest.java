package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import io.chiasm.study.shell.importing.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A failed task is tried again, alone or with its study. */
@Timeout(60)
class StudiesRetryTest {
  private StudiesBench bench;
  private Importer importing = (study, watch) -> StudiesBench.imported();

  @BeforeEach
  void start(@TempDir Path folder) {
    Importer importer = (study, watch) -> importing.bringIn(study, watch);
    bench = new StudiesBench(folder, importer, (study, missing, watch) -> List.of());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whileItsStudyRunsATaskIsSentAloneAndItsFailureForgotten() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    String lost = MadeMaterial.plan().encoding().toList().get(5).id();
    ObjectKey failure = ObjectLayout.failure(id, lost);
    var document = new FailureDocument(lost, "encoding-tasks", "constant responses");
    bench.store().put(failure, Content.of(Json.write(document)));
    Message task = sent();
    int before = bench.said().size();
    // When
    bench.studies().retry(task, lost);
    // Then
    assertThat(bench.store().exists(failure)).isFalse();
    assertThat(bench.said().subList(before, bench.said().size())).containsExactly(task);
  }

  @Test
  void aLayerGivenUpOnIsAskedForExplicitly() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    ObjectKey fanIn = new ObjectKey("fan-in");
    var block =
        new TensorRef(
            "bench", fanIn, Shape.of(1), ElementType.FLOAT32, 132, new Digest("0".repeat(64)));
    // When
    bench.studies().retry(new ActivationsStored(id, "layer", fanIn, block), "gram");
    // Then
    assertThat(bench.said()).contains(new ActivationsStored(id, "layer", fanIn, null));
  }

  @Test
  void anEndedStudyGoesOnAsAWhole() {
    // Given
    List<String> restarted = new ArrayList<>();
    bench.studies().onRestart(restarted::add);
    String id = failedStudy();
    // When
    bench.studies().retry(new ActivationsStored(id, "layer", new ObjectKey("fan-in"), null), "g");
    // Then
    bench.await(id, StudyState.RUNNING);
    assertThat(restarted).contains(id);
    assertThat(sent()).isInstanceOf(ExtractionTask.class);
  }

  @Test
  void aCancelledStudyMustBeResumedFirst() {
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    Message task = sent();
    bench.studies().cancel(id);
    assertThatThrownBy(() -> bench.studies().retry(task, "task"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("was cancelled: resume it");
  }

  @Test
  void aStudyThatEndedBeforeTheProcessBeganIsListedUntilItIsResumed() {
    String id = failedStudy();
    try (Studies later =
        bench.start(
            (study, watch) -> StudiesBench.imported(), (study, missing, watch) -> List.of())) {
      assertThat(later.list()).extracting(StudyStatus::state).containsExactly(StudyState.FAILED);
      assertThat(later.list()).extracting(StudyStatus::state).containsExactly(StudyState.FAILED);
      later.resume(id);
      StudiesBench.await(later, id, StudyState.RUNNING);
    }
  }

  private String failedStudy() {
    importing =
        (study, watch) -> {
          throw new InputException("subj03/lh: 12 rows, 13 photographs");
        };
    String id = bench.submit();
    bench.await(id, StudyState.FAILED);
    importing = (study, watch) -> StudiesBench.imported();
    return id;
  }

  private Message sent() {
    return bench.said().stream().filter(ExtractionTask.class::isInstance).findFirst().orElseThrow();
  }
}
