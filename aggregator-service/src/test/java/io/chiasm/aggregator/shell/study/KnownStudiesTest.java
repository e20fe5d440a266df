package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.TransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KnownStudiesTest {
  private volatile CountDownLatch frozen = new CountDownLatch(0);
  private volatile boolean away;
  private volatile List<String> stored = List.of("a", "b");

  @Test
  void aStoreThatIsFrozenIsAnsweredForUntilItGoesOn() {
    try (KnownStudies known = new KnownStudies(this::list, Duration.ofMillis(200))) {
      assertThat(known.ids()).containsExactly("a", "b");
      // When
      frozen = new CountDownLatch(1);
      assertThat(known.ids()).containsExactly("a", "b");
      // Then
      assertThat(known.silent()).isTrue();
      // When
      stored = List.of("a", "b", "c");
      frozen.countDown();
      while (known.silent()) {
        known.ids();
      }
      // Then
      assertThat(known.ids()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aStoreThatGivesUpIsAnsweredForToo() {
    try (KnownStudies known = new KnownStudies(this::list, Duration.ofMinutes(1))) {
      known.ids();
      away = true;
      assertThat(known.ids()).containsExactly("a", "b");
      assertThat(known.silent()).isTrue();
    }
  }

  private List<String> list() {
    try {
      frozen.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (away) {
      throw new TransientException("away", null);
    }
    return stored;
  }
}
