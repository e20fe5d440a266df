package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectingTest {
  private static final Runnable THERE = () -> {};

  @Test
  void workBeginsOnceAllIsThere() throws Exception {
    // Given
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch working = new CountDownLatch(1);
    Runnable comesLater =
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new TransientException("the store is away", null);
          }
        };
    // When
    try (Connecting connecting =
        new Connecting(
                Map.of("store", comesLater),
                () -> {
                  begun.incrementAndGet();
                  working.countDown();
                })
            .start()) {
      assertThat(connecting.trouble()).isPresent();
      working.await();
      while (connecting.trouble().isPresent()) {
        Thread.onSpinWait();
      }
      // Then
      assertThat(begun).hasValue(1);
      assertThat(connecting.begun()).isTrue();
    }
  }

  @Test
  void everythingThatIsMissingIsSaid() throws Exception {
    CountDownLatch looked = new CountDownLatch(2);
    Runnable refused =
        () -> {
          looked.countDown();
          throw new InputException("the login is refused");
        };
    Runnable away =
        () -> {
          looked.countDown();
          throw new TransientException("the store is away", null);
        };
    try (Connecting connecting =
        new Connecting(Map.of("broker", refused, "store", away), THERE).start()) {
      looked.await();
      while (connecting.trouble().orElse("").equals("not yet connected")) {
        Thread.onSpinWait();
      }
      assertThat(connecting.trouble().orElse(""))
          .contains("the login is refused")
          .contains("the store is away");
      assertThat(connecting.begun()).isFalse();
    }
  }

  @Test
  void aQuestionUnderWayIsNotWaitedFor() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Runnable silent =
        () -> {
          asked.countDown();
          try {
            Thread.sleep(TimeUnit.HOURS.toMillis(1));
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw new TransientException("interrupted", e);
          }
        };
    Connecting connecting = new Connecting(Map.of("broker", silent), THERE).start();
    asked.await();
    connecting.close();
    interrupted.await();
    assertThat(connecting.begun()).isFalse();
  }
}
