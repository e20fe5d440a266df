package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.writing.size.WritingWatch;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import io.chiasm.study.shell.importing.Imported;
import io.chiasm.study.shell.importing.Importer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StudiesTest {
  private StudiesBench bench;
  private Importer importing = (study, watch) -> StudiesBench.imported();
  private Consumer<Unfinished> reporting = study -> {};
  private Consumer<WritingWatch> writing = watch -> {};
  private final List<Integer> reports = new ArrayList<>();
  private final List<String> waiting = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    bench =
        new StudiesBench(
            folder,
            this::bringIn,
            (study, missing, watch) -> {
              reports.add(missing.size());
              reporting.accept(study);
              writing.accept(watch);
              return List.of("a warning of the report");
            });
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aStudyIsPlannedSentAndCompletedWhenAllIsEncoded() {
    // When
    String id = bench.submit();
    StudyStatus running = bench.await(id, StudyState.RUNNING);
    // Then
    assertThat(running.stages())
        .extracting(Stage::name)
        .containsExactly("import", "extraction", "encoding", "report");
    assertThat(bench.said().stream().filter(ExtractionTask.class::isInstance))
        .hasSize(MadeMaterial.plan().extraction().size());
    assertThat(bench.store().list(ObjectLayout.study(id).child("fan-in"))).hasSize(8);
    // When
    bench.encodeAll();
    bench.studies().touch(id);
    StudyStatus completed = bench.await(id, StudyState.COMPLETED);
    // Then
    assertThat(completed.warnings()).containsExactly("a warning of the report");
    assertThat(completed.stages()).allMatch(Stage::ended);
    assertThat(reports).containsExactly(0);
    assertThat(states()).containsExactly("running", "reporting", "completed");
  }

  @Test
  void whatIsThereIsNotSentAgain() {
    // Given
    bench.encodeAll();
    // When
    String id = bench.submit();
    StudyStatus completed = bench.await(id, StudyState.COMPLETED);
    // Then
    assertThat(bench.said()).hasOnlyElementsOfType(StudyChanged.class);
    assertThat(completed.stages().get(2).reused()).isEqualTo(24);
  }

  @Test
  void whatRemainsIsSentAsItsStageNeeds() {
    // Given
    MadeMaterial.plan()
        .extraction()
        .forEach(t -> t.layers().forEach(layer -> bench.put(layer.block(t.block()))));
    var formed = MadeMaterial.plan().fanIns().values().iterator().next();
    bench.put(formed.gram().result());
    // When
    bench.await(bench.submit(), StudyState.RUNNING);
    // Then
    assertThat(bench.said()).noneMatch(ExtractionTask.class::isInstance);
    assertThat(bench.said().stream().filter(ActivationsStored.class::isInstance)).hasSize(7);
    assertThat(bench.said().stream().filter(EncodingTask.class::isInstance))
        .hasSize(formed.tasks().size());
  }

  @Test
  void aWrongDataSetFailsTheStudyWithItsWords() {
    // Given
    importing =
        (study, watch) -> {
          throw new InputException("subj03/lh: 12 rows, 13 photographs");
        };
    // When
    StudyStatus failed = bench.await(bench.submit(), StudyState.FAILED);
    // Then
    assertThat(failed.reasons()).containsExactly("subj03/lh: 12 rows, 13 photographs");
    assertThat(states()).containsExactly("failed");
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() {
    // Given
    AtomicInteger tries = new AtomicInteger();
    importing =
        (study, watch) -> {
          if (tries.incrementAndGet() == 1) {
            throw new TransientException("the store is away", null);
          }
          waiting.addAll(bench.studies().list().get(0).waiting());
          return StudiesBench.imported();
        };
    // When
    StudyStatus running = bench.await(bench.submit(), StudyState.RUNNING);
    // Then
    assertThat(tries).hasValue(2);
    assertThat(waiting).containsExactly("the store is away");
    assertThat(running.waiting()).isEmpty();
  }

  @Test
  void aBugEndsTheStudyAndIsCalledOne() {
    // Given
    importing =
        (study, watch) -> {
          throw new IllegalStateException("a slip of ours");
        };
    // When
    StudyStatus failed = bench.await(bench.submit(), StudyState.FAILED);
    // Then
    assertThat(failed.reasons())
        .singleElement()
        .asString()
        .startsWith("a bug in the aggregator")
        .contains("a slip of ours");
  }

  @Test
  void howFarTheReportIsCanBeSeen() {
    // Given
    List<Stage> seen = new CopyOnWriteArrayList<>();
    writing =
        watch -> {
          String id = bench.studies().list().get(0).study();
          for (int done : List.of(0, 3)) {
            watch.step(done, 7);
            seen.add(bench.studies().status(id).stages().get(3));
          }
        };
    bench.encodeAll();
    // When
    StudyStatus completed = bench.await(bench.submit(), StudyState.COMPLETED);
    // Then
    assertThat(seen).extracting(Stage::done).containsExactly(0, 3);
    assertThat(seen).extracting(Stage::total).containsOnly(7);
    assertThat(completed.stages().get(3)).isEqualTo(new Stage("report", "steps", 7, 0, 0, 7));
  }

  @Test
  void aResultThatIsGoneWhenItIsReportedIsComputedOnceMore() {
    // Given
    EncodingTask lost = MadeMaterial.plan().encoding().findFirst().orElseThrow();
    reporting =
        study -> {
          if (reports.size() == 1) {
            bench.store().delete(lost.result());
          }
          readAll(study.fitted());
        };
    bench.encodeAll();
    // When
    String id = bench.submit();
    StudiesBench.until(() -> bench.said().stream().anyMatch(ExtractionTask.class::isInstance));
    // Then
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.RUNNING);
    // When
    bench.put(lost.result());
    bench.studies().touch(id);
    bench.await(id, StudyState.COMPLETED);
    // Then
    assertThat(states())
        .containsExactly("running", "reporting", "running", "reporting", "completed");
  }

  @Test
  void whatStaysAwayEndsTheStudyWithItsName() {
    // Given
    reporting =
        study -> {
          throw new MissingObjectException(ObjectLayout.cancelled("made"));
        };
    bench.encodeAll();
    // When
    StudyStatus failed = bench.await(bench.submit(), StudyState.FAILED);
    // Then
    assertThat(failed.reasons()).singleElement().asString().startsWith("no object studies/made/");
    assertThat(reports).hasSize(2);
  }

  private void readAll(Set<ObjectKey> keys) {
    for (ObjectKey key : keys) {
      if (!bench.store().exists(key)) {
        throw new MissingObjectException(key);
      }
    }
  }

  @Test
  void bytesThatCameSpoiltAreReadAgain() {
    // Given
    AtomicInteger tries = new AtomicInteger();
    importing =
        (study, watch) -> {
          if (tries.incrementAndGet() == 1) {
            throw new DamagedObjectException(
                ObjectLayout.images().child("a"), "sha256", "that", "this");
          }
          return StudiesBench.imported();
        };
    // When
    bench.await(bench.submit(), StudyState.RUNNING);
    // Then
    assertThat(tries).hasValue(2);
  }

  @Test
  void aFullDiskEndsTheStudyAndIsNoBug() {
    // Given
    importing =
        (study, watch) -> {
          throw new UncheckedIOException(
              new IOException(
                  "I/O error writing PNG file!", new IOException("No space left on device")));
        };
    // When
    StudyStatus failed = bench.await(bench.submit(), StudyState.FAILED);
    // Then
    assertThat(failed.reasons())
        .containsExactly(
            "the aggregator cannot read or write files of its own (No space left on device): put"
                + " that right and resume the study");
  }

  @Test
  void aFailedTaskLetsTheRestGoOnAndIsReported() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    List<EncodingTask> tasks = MadeMaterial.plan().encoding().toList();
    EncodingTask lost = tasks.get(5);
    var failure = new FailureDocument(lost.id(), "encoding-tasks", "constant responses");
    // When
    tasks.stream().filter(t -> !t.equals(lost)).forEach(t -> bench.put(t.result()));
    bench.store().put(ObjectLayout.failure(id, lost.id()), Content.of(Json.write(failure)));
    StudyStatus failed = bench.await(id, StudyState.FAILED);
    // Then
    assertThat(failed.reasons()).containsExactly("constant responses");
    assertThat(reports).containsExactly(1);
    // When
    bench.put(lost.result());
    bench.studies().resume(id);
    // Then
    assertThat(bench.await(id, StudyState.COMPLETED).reasons()).isEmpty();
    assertThat(reports).containsExactly(1, 0);
  }

  @Test
  void aFailureOfATaskThatIsDoneAllTheSameLosesNothing() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    ExtractionTask done = MadeMaterial.plan().extraction().get(0);
    var failure = new FailureDocument(done.id(), "extraction-tasks", "a duplicate came too early");
    bench.store().put(ObjectLayout.failure(id, done.id()), Content.of(Json.write(failure)));
    // When
    bench.encodeAll();
    StudyStatus completed = bench.await(id, StudyState.COMPLETED);
    // Then
    assertThat(completed.reasons()).isEmpty();
    assertThat(reports).containsExactly(0);
  }

  @Test
  void aCancelledStudyIsMarkedForTheWorkersUntilItIsResumed() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    // When
    bench.studies().cancel(id);
    // Then
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.CANCELLED);
    assertThat(bench.store().exists(StudiesBench.cancelMark(id))).isTrue();
    // When
    bench.studies().resume(id);
    bench.await(id, StudyState.RUNNING);
    // Then
    assertThat(bench.store().exists(StudiesBench.cancelMark(id))).isFalse();
  }

  @Test
  void aStudyCancelledWhileItIsImportedSendsNothing() throws InterruptedException {
    // Given
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    importing =
        (study, watch) -> {
          begun.countDown();
          await(go);
          return StudiesBench.imported();
        };
    String id = bench.submit();
    begun.await();
    // When
    bench.studies().cancel(id);
    go.countDown();
    bench.studies().close();
    // Then
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.CANCELLED);
    assertThat(states()).containsExactly("cancelled");
    assertThat(bench.said()).hasOnlyElementsOfType(StudyChanged.class);
  }

  @Test
  void theSameFileIsTheSameStudy() {
    String first = bench.submit();
    assertThat(bench.submit()).isEqualTo(first).matches("made-[0-9a-f]{8}");
    assertThat(bench.studies().list()).hasSize(1);
  }

  @Test
  void afterARestartStudiesThatDidNotEndGoOn() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    bench.studies().close();
    bench.encodeAll();
    // When
    try (Studies restarted = bench.start(this::bringIn, (study, missing, watch) -> List.of())) {
      restarted.recover();
      StudiesBench.await(restarted, id, StudyState.COMPLETED);
    }
    // Then
    try (Studies again = bench.start(this::bringIn, (study, missing, watch) -> List.of())) {
      again.recover();
      assertThat(again.status(id).state()).isEqualTo(StudyState.COMPLETED);
      assertThat(again.list()).extracting(StudyStatus::study).containsExactly(id);
    }
  }

  @Test
  void afterARestartAFailureOnRecordStillCounts() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    bench.studies().close();
    List<EncodingTask> tasks = MadeMaterial.plan().encoding().toList();
    EncodingTask lost = tasks.get(5);
    tasks.stream().filter(t -> !t.equals(lost)).forEach(t -> bench.put(t.result()));
    bench.put(lost.gram());
    var failure = new FailureDocument(lost.id(), "encoding-tasks", "constant responses");
    bench.store().put(ObjectLayout.failure(id, lost.id()), Content.of(Json.write(failure)));
    int said = bench.said().size();
    // When
    try (Studies restarted = bench.start(this::bringIn, (study, missing, watch) -> List.of())) {
      restarted.recover();
      // Then
      StudyStatus failed = StudiesBench.await(restarted, id, StudyState.FAILED);
      assertThat(failed.reasons()).containsExactly("constant responses");
    }
    assertThat(bench.said().subList(said, bench.said().size()))
        .hasOnlyElementsOfType(StudyChanged.class);
  }

  @Test
  void aStudyWhoseFilesAreGoneKeepsTheProcessFromNothing() throws IOException {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    bench.studies().close();
    Files.delete(bench.folder().resolve("network.onnx"));
    // When
    try (Studies restarted = bench.start(this::bringIn, (study, missing, watch) -> List.of())) {
      restarted.recover();
      // Then
      assertThat(restarted.list()).extracting(StudyStatus::study).containsExactly(id);
      assertThat(restarted.status(id).state()).isEqualTo(StudyState.FAILED);
      assertThat(restarted.status(id).name()).isEqualTo("made");
      assertThat(restarted.status(id).toString()).contains("found no file", "network.onnx");
      assertThatThrownBy(() -> restarted.resume(id)).isInstanceOf(InputException.class);
    }
  }

  @Test
  void aProcessThatStopsTriesNoMoreAndLeavesTheStudyOpen() throws InterruptedException {
    // Given
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch tried = new CountDownLatch(1);
    importing =
        (study, watch) -> {
          tries.incrementAndGet();
          tried.countDown();
          throw new TransientException("the store is away", null);
        };
    String id = bench.submit();
    await(tried);
    // When
    bench.studies().close();
    // An interrupted thread that is not left would try again at once, and again and again.
    Thread.sleep(100);
    // Then
    assertThat(tries).hasValue(1);
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.IMPORTING);
  }

  @Test
  void aStudyThatNobodyKnowsIsSaidToBeUnknown() {
    for (String id : List.of("nothing-00000000", "../etc/passwd", "")) {
      assertThatThrownBy(() -> bench.studies().status(id))
          .isInstanceOf(InputException.class)
          .hasMessage("no study '" + id + "'; 'chiasm status' lists those known");
      assertThatThrownBy(() -> bench.studies().cancel(id)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> bench.studies().resume(id)).isInstanceOf(InputException.class);
    }
  }

  @Test
  void aWrongFileIsNotRegistered() {
    assertThatThrownBy(
            () ->
                bench
                    .studies()
                    .submit(
                        StudiesBench.yaml() + "splitt: {}\n",
                        "my.yaml",
                        bench.folder(),
                        Submitter.ANYONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("my.yaml:5: splitt: unknown key");
    assertThat(bench.studies().list()).isEmpty();
  }

  private Imported bringIn(Study study, Importer.ImportWatch watch) {
    return importing.bringIn(study, watch);
  }

  private List<String> states() {
    return bench.said().stream()
        .filter(StudyChanged.class::isInstance)
        .map(message -> ((StudyChanged) message).state())
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
