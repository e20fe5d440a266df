package io.chiasm.aggregator.shell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.study.StudiesBench;
import io.chiasm.aggregator.shell.study.UnknownException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Planner;
import io.chiasm.study.progress.StudyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private StudiesBench bench;
  private Previews previews;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench = new StudiesBench(folder);
    previews = previews(Duration.ZERO);
  }

  private Previews previews(Duration every) {
    return new Previews(bench.studies(), new Results(bench.store()), every);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void figuresGrowWithTheModelsAndEndWithTheStudy() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    assertThat(previews.look(id).figures()).isEmpty();
    List<EncodingTask> tasks = tasks(id);
    // When
    fit(id, tasks.subList(0, 2));
    Preliminary first = awaited(id, 2);
    fit(id, tasks.subList(2, 3));
    Preliminary second = awaited(id, 3);
    // Then
    assertThat(first.total()).isEqualTo(tasks.size());
    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(previews.figure(id, second.figures().get(0).id()))
        .contains("Preliminary, 3 of " + tasks.size() + " models");
    assertThatThrownBy(() -> previews.figure(id, "nothing"))
        .isInstanceOf(UnknownException.class)
        .hasMessageContaining("no preliminary figure nothing");
    // When
    bench.studies().cancel(id);
    // Then
    assertThat(previews.look(id)).isEqualTo(Preliminary.NOTHING);
    String figure = second.figures().get(0).id();
    assertThatThrownBy(() -> previews.figure(id, figure)).isInstanceOf(UnknownException.class);
  }

  @Test
  void aStudyIsNotDrawnMoreOftenThanItMayBe() {
    // Given
    Previews seldom = previews(HOUR);
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    fit(id, tasks(id).subList(0, 1));
    awaited(id, 1);
    Preliminary first = seldom.look(id);
    // When
    fit(id, tasks(id).subList(1, 3));
    awaited(id, 3);
    Preliminary again = seldom.look(id);
    // Then
    assertThat(first.drawn()).isEqualTo(1);
    assertThat(again.drawn()).isEqualTo(1);
    assertThat(again.version()).isEqualTo(first.version());
    assertThat(again.fitted()).isEqualTo(3);
  }

  @Test
  void aStudyThatNobodyKnowsHasNoFigures() {
    assertThatThrownBy(() -> previews.look("nothing-00000000"))
        .isInstanceOf(UnknownException.class);
  }

  private static List<EncodingTask> tasks(String id) {
    return Planner.plan(id, MadeMaterial.study(), MadeMaterial.material()).encoding().toList();
  }

  private Preliminary awaited(String id, int drawn) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    Preliminary now = previews.look(id);
    while (now.drawn() < drawn) {
      assertThat(System.nanoTime()).as("still " + now).isLessThan(deadline);
      bench.studies().touch(id);
      now = previews.look(id);
    }
    return now;
  }

  private void fit(String id, List<EncodingTask> tasks) {
    StoredTensors tensors = new StoredTensors(bench.store());
    for (EncodingTask task : tasks) {
      Map<String, TensorRef> arrays = new TreeMap<>();
      for (String name : List.of("score_full", "score_contra", "score_ipsi")) {
        arrays.put(
            name,
            tensors.put(
                ObjectLayout.encodingArray(task.result(), name),
                new FloatTensor(Shape.of(2), new float[] {0.1f, 0.2f})));
      }
      bench
          .store()
          .put(
              task.result(), Content.of(Json.write(new EncodingDocument(arrays, List.of(), null))));
    }
  }
}
