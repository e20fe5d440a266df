package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.reporting.Reporter;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ForwardingStore;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.shell.importing.Importer;
import io.chiasm.study.testing.CountingStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SightingsTest {
  private static final String STUDY = "made-00000000";
  private static final int BLOCKS = 300;

  private final Plan plan = LargePlans.ofBlocks(BLOCKS);
  private final MemoryStore memory = new MemoryStore("made");
  private final CountingStore store = new CountingStore(memory);
  private final Requests requests = new Requests();
  private final List<ObjectKey> blocks =
      plan.extraction().stream().flatMap(SightingsTest::blocks).toList();

  @AfterEach
  void stop() {
    requests.close();
  }

  @Test
  void whatWasSeenIsReadByTheNextProcess() {
    // Given
    blocks.forEach(this::put);
    Seen seen = Seen.of(plan, store, requests);
    // When
    new Sightings(memory, STUDY).keep(seen);
    // Then
    assertThat(new Sightings(memory, STUDY).read(requests)).isEqualTo(seen.all());
  }

  @Test
  void onlyWhatIsNewIsWrittenAndNoPartIsSmall() {
    // Given
    Sightings sightings = new Sightings(memory, STUDY);
    blocks.subList(0, Sightings.PART - 1).forEach(this::put);
    Seen seen = Seen.of(plan, store, requests);
    // When
    sightings.keep(seen);
    // Then
    assertThat(parts()).isEmpty();
    // When
    blocks.forEach(this::put);
    seen.look(blocks.subList(0, Sightings.PART));
    sightings.keep(seen);
    seen.look(blocks);
    sightings.keep(seen);
    // Then
    assertThat(parts()).hasSize(1);
    assertThat(new Sightings(memory, STUDY).read(requests)).hasSize(Sightings.PART);
  }

  @Test
  void whatTheStoreDidNotTakeIsWrittenNextTime() {
    // Given
    blocks.forEach(this::put);
    Seen seen = Seen.of(plan, store, requests);
    boolean[] away = {true};
    Sightings sightings =
        new Sightings(
            new ForwardingStore(memory) {
              @Override
              public ObjectStat put(ObjectKey key, Content content) {
                if (away[0]) {
                  throw new TransientException("made: away", null);
                }
                return inner.put(key, content);
              }
            },
            STUDY);
    assertThatThrownBy(() -> sightings.keep(seen)).isInstanceOf(TransientException.class);
    // When
    away[0] = false;
    sightings.keep(seen);
    // Then
    assertThat(new Sightings(memory, STUDY).read(requests)).isEqualTo(seen.all());
  }

  @Test
  void whatIsForgottenIsWrittenAnewWhenItIsSeen() {
    // Given
    blocks.forEach(this::put);
    Seen seen = Seen.of(plan, store, requests);
    Sightings sightings = new Sightings(memory, STUDY);
    sightings.keep(seen);
    // When
    sightings.forget();
    // Then
    assertThat(parts()).isEmpty();
    // When
    sightings.keep(seen);
    // Then
    assertThat(new Sightings(memory, STUDY).read(requests)).isEqualTo(seen.all());
  }

  @Test
  void linesThatAreNoKeysArePassedOver() {
    byte[] text =
        "activations/a/1.npy\n../x\n\nactivations/a/2.npy".getBytes(StandardCharsets.UTF_8);
    memory.put(ObjectLayout.sightings(STUDY).child("part.txt"), Content.of(text));
    assertThat(new Sightings(memory, STUDY).read(requests))
        .containsExactlyInAnyOrder(
            new ObjectKey("activations/a/1.npy"), new ObjectKey("activations/a/2.npy"));
  }

  @Test
  void whatWasSeenBeforeIsBelievedAndARoundFindsTheRest() {
    // Given
    blocks.forEach(this::put);
    ObjectKey others = ObjectLayout.encoding("of-another-study");
    Set<ObjectKey> before = Set.of(blocks.get(0), blocks.get(7), others);
    // When
    Seen seen = Seen.again(plan, before, store, requests);
    // Then
    assertThat(store.stats() + store.lists()).isZero();
    assertThat(seen.all()).containsExactlyInAnyOrder(blocks.get(0), blocks.get(7));
    // When
    seen.goOn(Integer.MAX_VALUE);
    // Then
    assertThat(blocks).allMatch(seen::exists);
    assertThat(seen.inRound()).isFalse();
  }

  @Test
  void aStudyTakenUpAgainAsksForNothingThatWasSeen(@TempDir Path folder) {
    // Given
    blocks.forEach(this::put);
    Importer importer = (study, watch) -> StudiesBench.imported(LargePlans.material(BLOCKS));
    Reporter reporter = (study, missing, watch) -> List.of();
    try (StudiesBench bench = new StudiesBench(folder, store, importer, reporter)) {
      String id = bench.submit();
      bench.await(id, StudyState.RUNNING);
      bench.studies().close();
      int lists = store.lists();
      // When
      try (Studies next = bench.start(importer, reporter)) {
        next.recover();
        StudiesBench.await(next, id, StudyState.RUNNING);
        // Then
        assertThat(store.lists() - lists).isLessThan(10);
        assertThat(next.unfinished(id).orElseThrow().plan().extraction()).hasSize(BLOCKS);
        assertThat(bench.said()).noneMatch(ExtractionTask.class::isInstance);
        // When
        next.cancel(id);
        next.resume(id);
        // Then
        assertThat(memory.list(ObjectLayout.sightings(id))).isEmpty();
      }
    }
  }

  private List<ObjectKey> parts() {
    return memory.list(ObjectLayout.sightings(STUDY));
  }

  private static Stream<ObjectKey> blocks(ExtractionTask task) {
    return task.layers().stream().map(layer -> layer.block(task.block()));
  }

  private void put(ObjectKey key) {
    memory.put(key, Content.of(new byte[] {1}));
  }
}
