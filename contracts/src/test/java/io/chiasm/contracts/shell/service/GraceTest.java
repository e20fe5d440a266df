package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class GraceTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  @Test
  void whatEndsInTimeIsWaitedFor() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(Grace.of(LONG).await(millis -> asked.incrementAndGet() == 3)).isTrue();
  }

  @Test
  void whatDoesNotIsAskedOnce() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(Grace.of(Duration.ZERO).await(millis -> asked.incrementAndGet() == 3)).isFalse();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSecondRequestEndsIt() {
    Signal request = new Signal("TERM");
    // The virtual machine leaves alone what is ignored.
    SignalHandler before = Signal.handle(request, unheard -> {});
    try {
      // Given
      Grace grace = Grace.untilNextSignal(LONG);
      // When
      Signal.raise(request);
      // Then
      assertTimeoutPreemptively(
          A_MOMENT, () -> assertThat(grace.await(GraceTest::never)).isFalse());
    } finally {
      Signal.handle(request, before);
    }
  }

  private static boolean never(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return false;
  }
}
