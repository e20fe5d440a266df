package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.testing.CountingStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeenTest {
  private final Plan plan = MadeMaterial.plan();
  private final MemoryStore memory = new MemoryStore("made");
  private final CountingStore store = new CountingStore(memory);
  private final Requests requests = new Requests();
  private final List<ObjectKey> results = plan.encoding().map(EncodingTask::result).toList();
  private final int blocks = plan.extraction().stream().mapToInt(t -> t.layers().size()).sum();
  private final int grams =
      (int) plan.fanIns().values().stream().flatMap(FanIn::grams).distinct().count();

  @AfterEach
  void stop() {
    requests.close();
  }

  @Test
  void theFirstLookCostsWhatThePlanHasHoweverMuchTheStoreHolds() {
    // Given
    for (int i = 0; i < 1000; i++) {
      put(ObjectLayout.encoding("other" + i));
      put(ObjectLayout.gram("other" + i));
    }
    // When
    Seen seen = look();
    // Then
    assertThat(store.stats()).isEqualTo(results.size() + grams + blocks);
    assertThat(store.lists()).isZero();
    assertThat(seen.count()).isZero();
  }

  @Test
  void whatNothingDependsOnAnyMoreIsNotAskedFor() {
    // Given
    results.forEach(this::put);
    // When
    Seen seen = look();
    // Then
    assertThat(store.stats()).isEqualTo(results.size());
    assertThat(results).allMatch(seen::exists);
    seen.beginRound();
    assertThat(seen.goOn(100)).isZero();
  }

  @Test
  void whatWasSeenIsNotAskedForAgain() {
    // Given
    results.subList(0, 20).forEach(this::put);
    Seen seen = look();
    int before = store.stats();
    // When
    seen.look(results);
    // Then
    assertThat(store.stats() - before).isEqualTo(4);
  }

  @Test
  void aLookWithNewsCostsTheNews() {
    // Given
    Seen seen = look();
    int before = store.stats();
    put(results.get(7));
    // When
    seen.look(List.of(results.get(7), results.get(7), ObjectLayout.encoding("of-another-study")));
    // Then
    assertThat(store.stats() - before).isEqualTo(1);
    assertThat(results.stream().filter(seen::exists)).containsExactly(results.get(7));
  }

  @Test
  void whatIsSaidToBeThereIsBelievedOnlyIfItIs() {
    Seen seen = look();
    seen.look(results);
    assertThat(results).noneMatch(seen::exists);
  }

  @Test
  void aRoundFindsWhatNobodyNamedSoManyAtATime() {
    // Given
    Seen seen = look();
    results.forEach(this::put);
    int missing = results.size() + grams + blocks;
    // When
    seen.beginRound();
    int steps = 0;
    int before = store.stats();
    while (seen.inRound()) {
      assertThat(seen.goOn(5)).isLessThanOrEqualTo(5);
      steps++;
    }
    // Then
    assertThat(steps).isEqualTo((missing + 4) / 5);
    assertThat(store.stats() - before).isEqualTo(missing);
    assertThat(results).allMatch(seen::exists);
    // When
    seen.beginRound();
    // Then
    assertThat(seen.goOn(1000)).isEqualTo(missing - results.size());
  }

  @Test
  void aStoreThatIsAwayInARoundHidesNothingForGood() {
    // Given
    Seen seen = look();
    results.forEach(this::put);
    store.away(true);
    seen.beginRound();
    assertThatThrownBy(() -> seen.goOn(1000)).isInstanceOf(TransientException.class);
    // When
    store.away(false);
    seen.beginRound();
    seen.goOn(1000);
    // Then
    assertThat(results).allMatch(seen::exists);
  }

  @Test
  void manyBlocksOfOneLayerAreListed() {
    // Given
    Plan large = LargePlans.ofBlocks(30);
    Set<ObjectKey> there =
        large.extraction().subList(0, 12).stream()
            .flatMap(SeenTest::blocks)
            .collect(Collectors.toSet());
    there.forEach(this::put);
    // When
    Seen seen = Seen.of(large, store, requests);
    // Then
    assertThat(store.lists()).isEqualTo(2);
    assertThat(large.extraction().stream().flatMap(SeenTest::blocks).filter(seen::exists))
        .hasSize(there.size());
  }

  private static java.util.stream.Stream<ObjectKey> blocks(ExtractionTask task) {
    return task.layers().stream().map(layer -> layer.block(task.block()));
  }

  private Seen look() {
    return Seen.of(plan, store, requests);
  }

  private void put(ObjectKey key) {
    memory.put(key, Content.of(new byte[] {1}));
  }
}
