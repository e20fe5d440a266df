package io.chiasm.encoding.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void allTasksRun() {
    AtomicInteger ran = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      workers.run(IntStream.range(0, 50).mapToObj(i -> (Runnable) ran::incrementAndGet).toList());
    }
    assertThat(ran).hasValue(50);
  }

  @Test
  void firstFailureIsThrownAndNothingStartsAfterIt() {
    AtomicInteger ran = new AtomicInteger();
    Runnable failing =
        () -> {
          throw new IllegalArgumentException("first");
        };
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> workers.run(List.of(failing, ran::incrementAndGet)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("first");
    }
    assertThat(ran).hasValue(0);
  }

  @Test
  void interruptionReturnsOnlyWhenNoTaskRunsAnyMore() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean endedInTime = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              try (Workers workers = new Workers(1)) {
                workers.run(
                    List.of(
                        () -> {
                          started.countDown();
                          long until = System.nanoTime() + 100_000_000;
                          while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                          }
                          ended.set(true);
                        }));
              } catch (IllegalStateException e) {
                endedInTime.set(ended.get() && Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    started.await();
    caller.interrupt();
    caller.join();
    assertThat(endedInTime).isTrue();
  }
}
