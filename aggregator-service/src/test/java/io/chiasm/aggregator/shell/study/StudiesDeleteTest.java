package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.results.Results;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.shell.importing.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that is deleted is known wholly or not at all. */
@Timeout(60)
class StudiesDeleteTest {
  private final MemoryStore memory = new MemoryStore("bench");
  private final HookedStore store = new HookedStore(memory);
  private Importer importing = (study, watch) -> StudiesBench.imported();
  private StudiesBench bench;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench =
        new StudiesBench(
            folder,
            store,
            (study, watch) -> importing.bringIn(study, watch),
            (study, missing, watch) -> List.of("a warning"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void nothingOfItIsKnownAndWhatStudiesShareStays() {
    // Given
    String id = completed();
    List<ObjectKey> shared = memory.list(ObjectLayout.encodings());
    // When
    bench.studies().delete(id);
    // Then
    assertThat(bench.studies().list()).isEmpty();
    assertThatThrownBy(() -> bench.studies().status(id)).isInstanceOf(UnknownException.class);
    assertThat(new Results(store).paths(id)).isEmpty();
    assertThat(memory.list(ObjectLayout.study(id))).containsExactly(ObjectLayout.cancelled(id));
    assertThat(memory.list(ObjectLayout.encodings())).isEqualTo(shared).isNotEmpty();
    assertThatThrownBy(() -> bench.studies().delete(id)).isInstanceOf(UnknownException.class);
  }

  @Test
  void oneThatRunsMustBeCancelledFirst() {
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    assertThatThrownBy(() -> bench.studies().delete(id))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "study %s is running: cancel it first ('chiasm cancel %s'), then it can be deleted",
            id, id);
    // When
    bench.studies().cancel(id);
    bench.studies().delete(id);
    // Then
    assertThat(bench.studies().list()).isEmpty();
  }

  @Test
  void oneWhoseImportIsJustStoppingWaitsAMoment() throws InterruptedException {
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
    bench.studies().cancel(id);
    // Then
    assertThatThrownBy(() -> bench.studies().delete(id))
        .hasMessage("study " + id + " is just stopping: delete it in a moment");
    // When
    go.countDown();
    bench.studies().close();
    // Then
    assertThat(memory.list(ObjectLayout.study(id)))
        .doesNotContain(ObjectLayout.references(id))
        .noneMatch(key -> key.value().contains("/fan-in/"));
  }

  @Test
  void killedAnywhereItIsKnownWithAllThatItHadOrNotAtAll() {
    String id = completed();
    int all = memory.list(ObjectLayout.study(id)).size() + 1;
    List<String> outcomes = new ArrayList<>();
    for (int killed = 0; killed < all; killed++) {
      // Given
      if (killed > 0) {
        id = completed();
      }
      String study = id;
      List<ObjectKey> before = memory.list(ObjectLayout.study(study));
      // When
      store.dieAt(killed);
      assertThatThrownBy(() -> bench.studies().delete(study)).hasMessage("killed");
      store.beforeDelete(key -> {});
      // Then
      try (Studies later =
          bench.start(
              (s, watch) -> StudiesBench.imported(), (fitted, missing, progress) -> List.of())) {
        later.recover();
        outcomes.add(later.list().isEmpty() ? "gone" : later.status(study).state().label());
        if (!later.list().isEmpty()) {
          assertThat(memory.list(ObjectLayout.study(study))).containsAll(before);
        }
        if (!bench.store().list(ObjectLayout.registry()).isEmpty() || killed % 2 == 0) {
          later.delete(study);
          assertThat(memory.list(ObjectLayout.study(study)))
              .containsExactly(ObjectLayout.cancelled(study));
        }
      }
    }
    assertThat(outcomes).startsWith("completed", "gone").doesNotContain("running", "failed");
  }

  @Test
  void submittedAgainItBeginsWithNothingOfItsFormerLife() {
    // Given
    String id = completed();
    store.dieAt(1);
    assertThatThrownBy(() -> bench.studies().delete(id)).hasMessage("killed");
    store.beforeDelete(key -> {});
    assertThat(new Results(store).paths(id)).isNotEmpty();
    memory.list(ObjectLayout.encodings()).forEach(memory::delete);
    // When
    assertThat(submitToNew()).isEqualTo(id);
    // Then
    assertThat(new Results(store).paths(id)).isEmpty();
  }

  @Test
  void aTaskOfItCannotBeTriedAgain() {
    String id = completed();
    Message task = MadeMaterial.plan().encoding().findFirst().orElseThrow();
    Message ofIt = new io.chiasm.contracts.message.ActivationsStored(id, task.id(), key(), null);
    bench.studies().delete(id);
    assertThatThrownBy(() -> bench.studies().retry(ofIt, "x")).isInstanceOf(UnknownException.class);
  }

  private static ObjectKey key() {
    return new ObjectKey("fan-in");
  }

  private String submitToNew() {
    try (Studies later =
        bench.start((s, watch) -> StudiesBench.imported(), (study, missing, watch) -> List.of())) {
      String id = later.submit(StudiesBench.yaml(), "study.yaml", bench.folder(), Submitter.ANYONE);
      StudiesBench.await(later, id, StudyState.RUNNING);
      return id;
    }
  }

  private String completed() {
    bench.encodeAll();
    String id = bench.submit();
    bench.await(id, StudyState.COMPLETED);
    for (String table : List.of("scores.csv", "folds.csv")) {
      memory.put(ObjectLayout.results(id).child(table), Content.of(new byte[] {1}));
    }
    return id;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
