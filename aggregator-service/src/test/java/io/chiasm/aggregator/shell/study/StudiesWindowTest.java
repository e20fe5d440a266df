package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.shell.importing.Imported;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue never holds more than the window, and what is held back is neither lost nor starved. */
@Timeout(60)
class StudiesWindowTest {
  private static final int WINDOW = 4;

  /** More than the made material's 70 photographs: 20 blocks. */
  private static final int BLOCKS = 20;

  private StudiesBench bench;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench =
        new StudiesBench(
            folder,
            new MemoryStore("bench"),
            (study, watch) -> bringIn(study),
            (study, missing, watch) -> List.of(),
            WINDOW);
    bench.studies().recover();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void nextTasksFollowAsResultsAppearInThePlansOrder() {
    // Given
    String id = begin("huge");
    Plan plan = plan(id);
    for (int done = 0; done < BLOCKS; done++) {
      int sent = Math.min(BLOCKS, done + WINDOW);
      StudiesBench.until(() -> passes().size() == sent);
      assertThat(held(Topic.EXTRACTION_TASKS)).isEqualTo(BLOCKS - sent);
      // When
      extract(id, passes().get(done));
    }
    // Then
    assertThat(passes()).isEqualTo(plan.extraction());
  }

  @Test
  void encodingTasksFollowTheirGramMatricesWithinTheWindow() {
    // Given
    String id = begin("small");
    Plan plan = plan(id);
    List<EncodingTask> all = plan.encoding().toList();
    // When
    plan.fanIns().forEach((key, fanIn) -> form(key, fanIn));
    // Then
    for (int done = 0; done < all.size(); done++) {
      int sent = Math.min(all.size(), done + WINDOW);
      StudiesBench.until(() -> encodings().size() == sent);
      assertThat(held(Topic.ENCODING_TASKS)).isEqualTo(all.size() - sent);
      encode(encodings().get(done));
    }
    assertThat(encodings()).isEqualTo(all);
    bench.await(id, StudyState.COMPLETED);
  }

  @Test
  void aSmallStudyIsNotBehindAllOfAHugeOne() {
    // Given
    String huge = begin("huge");
    String small = begin("small");
    int there = plan(small).extraction().size();
    // When: a worker takes what is first in the queue, which is full again before the next.
    int done = 0;
    while (passes().stream().filter(pass -> pass.study().equals(small)).count() < there) {
      int next = done++;
      StudiesBench.until(() -> passes().size() == next + WINDOW);
      ExtractionTask pass = passes().get(next);
      extract(pass.study(), pass);
    }
    // Then
    assertThat(done).isLessThanOrEqualTo(WINDOW + 2 * there);
    assertThat(held(Topic.EXTRACTION_TASKS)).isPositive();
    assertThat(bench.studies().status(huge).state()).isEqualTo(StudyState.RUNNING);
  }

  @Test
  void whatABrokerDidNotTakeIsSentWhenItIsBack() {
    // Given
    bench.producer().take(2);
    String id = bench.submit("huge");
    StudiesBench.until(() -> bench.producer().refused() > 0);
    // When
    bench.producer().take(Integer.MAX_VALUE);
    bench.await(id, StudyState.RUNNING);
    // Then
    StudiesBench.until(() -> passes().stream().distinct().count() >= WINDOW);
    plan(id).extraction().forEach(pass -> extract(id, pass));
    StudiesBench.until(() -> held(Topic.EXTRACTION_TASKS) == 0);
  }

  @Test
  void aLostWordStallsNothing() {
    // Given
    String id = begin("huge");
    StudiesBench.until(() -> passes().size() == WINDOW);
    // When
    ExtractionTask pass = passes().get(0);
    pass.layers().forEach(layer -> bench.put(layer.block(pass.block())));
    // Then
    StudiesBench.until(() -> passes().size() == WINDOW + 1);
    assertThat(plan(id).extraction()).startsWith(passes().toArray(ExtractionTask[]::new));
  }

  @Test
  void aWordBeforeItsObjectStallsNothing() {
    // Given
    String id = begin("huge");
    StudiesBench.until(() -> passes().size() == WINDOW);
    ExtractionTask pass = passes().get(0);
    // When
    pass.layers().forEach(layer -> bench.studies().hear(stored(id, pass, layer)));
    pass.layers().forEach(layer -> bench.put(layer.block(pass.block())));
    // Then
    StudiesBench.until(() -> passes().size() == WINDOW + 1);
  }

  @Test
  void aFanInWhoseBlocksAnotherStudyBroughtIsMadeKnownToTheEncoders() {
    // Given
    String id = begin("huge");
    StudiesBench.until(() -> passes().size() == WINDOW);
    // When: first those that are held back, so that none is sent and no worker says a word of them.
    List<ExtractionTask> all = new ArrayList<>(plan(id).extraction());
    Collections.reverse(all);
    all.forEach(pass -> pass.layers().forEach(layer -> bench.put(layer.block(pass.block()))));
    // Then
    StudiesBench.until(
        () ->
            bench.said().stream()
                    .filter(ActivationsStored.class::isInstance)
                    .map(word -> ((ActivationsStored) word).fanIn())
                    .distinct()
                    .count()
                == plan(id).fanIns().size());
    assertThat(passes()).hasSize(WINDOW);
  }

  @Test
  void afterARestartNothingIsKnownUntilItIsPlannedAndThenTheWindowHolds() {
    // Given
    String id = begin("huge");
    StudiesBench.until(() -> passes().size() == WINDOW);
    plan(id).extraction().subList(0, 3).forEach(pass -> extract(id, pass));
    bench.studies().close();
    bench.producer().clear();
    // When
    try (Studies restarted =
        bench.start((study, watch) -> bringIn(study), (study, missing, watch) -> List.of())) {
      assertThat(restarted.held()).isEmpty();
      restarted.recover();
      StudiesBench.await(restarted, id, StudyState.RUNNING);
      // Then
      assertThat(passes()).hasSize(WINDOW);
      assertThat(restarted.held())
          .contains(
              Map.of(Topic.EXTRACTION_TASKS, (long) BLOCKS - 3 - WINDOW, Topic.ENCODING_TASKS, 0L));
    }
  }

  private String begin(String name) {
    String id = bench.submit(name);
    bench.await(id, StudyState.RUNNING);
    return id;
  }

  private Plan plan(String id) {
    return bench.studies().unfinished(id).orElseThrow().plan();
  }

  private long held(Topic queue) {
    return bench.studies().held().orElseThrow().getOrDefault(queue, 0L);
  }

  private List<ExtractionTask> passes() {
    return said(ExtractionTask.class).toList();
  }

  private List<EncodingTask> encodings() {
    return said(EncodingTask.class).toList();
  }

  private <T extends Message> Stream<T> said(Class<T> type) {
    return bench.said().stream().filter(type::isInstance).map(type::cast);
  }

  private void extract(String id, ExtractionTask pass) {
    for (LayerTarget layer : pass.layers()) {
      bench.put(layer.block(pass.block()));
      bench.studies().hear(stored(id, pass, layer));
    }
  }

  private static Message stored(String id, ExtractionTask pass, LayerTarget layer) {
    return new ActivationsStored(
        id,
        pass.block(),
        layer.fanIns().get(0),
        new TensorRef(
            "bench",
            layer.block(pass.block()),
            Shape.of(1),
            ElementType.FLOAT32,
            1,
            new Digest("0".repeat(64))));
  }

  private void form(io.chiasm.contracts.store.ObjectKey key, FanIn fanIn) {
    fanIn.grams().map(GramTask::result).forEach(bench::put);
    bench.studies().hear(GramsStored.of(key, fanIn));
  }

  private void encode(EncodingTask task) {
    bench.put(task.result());
    bench.studies().hear(new EncodingStored(task.study(), task.id(), task.result()));
  }

  private static Imported bringIn(Study study) {
    Imported made = StudiesBench.imported();
    return study.name().equals("small")
        ? made
        : new Imported(
            LargePlans.material(BLOCKS),
            made.folds(),
            Map.of(),
            made.fsaverage(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            NetworkInventory.NONE,
            Map.of(),
            made.extents(),
            List.of());
  }
}
