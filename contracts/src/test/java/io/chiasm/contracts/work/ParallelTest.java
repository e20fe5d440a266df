package io.chiasm.contracts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.TransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final List<Integer> THINGS = IntStream.range(0, 100).boxed().toList();

  @Test
  void everythingIsDoneOnce() {
    Set<Integer> done = new ConcurrentSkipListSet<>();
    new Parallel(4).each(THINGS, thing -> assertThat(done.add(thing)).isTrue());
    assertThat(done).containsExactlyElementsOf(THINGS);
    new Parallel(4).each(List.of(), thing -> done.clear());
    assertThat(done).hasSize(THINGS.size());
  }

  @Test
  void asManyAsAllowedAreUnderWayAtATime() {
    CountDownLatch together = new CountDownLatch(4);
    new Parallel(4)
        .each(
            List.of(1, 2, 3, 4),
            thing -> {
              together.countDown();
              assertThat(await(together)).isTrue();
            });
  }

  @Test
  void theFirstFailureEndsItAll() {
    Set<Integer> done = new ConcurrentSkipListSet<>();
    assertThatThrownBy(
            () ->
                new Parallel(1)
                    .each(
                        THINGS,
                        thing -> {
                          if (thing == 3) {
                            throw new TransientException("away", new IllegalStateException());
                          }
                          done.add(thing);
                        }))
        .isInstanceOf(TransientException.class)
        .hasMessage("away");
    assertThat(done).containsExactly(0, 1, 2);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
