package io.chiasm.aggregator.shell.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeTest {
  private static final Instant BEGUN = Instant.parse("2026-11-27T08:03:10Z");

  /** What the asked one does next: nothing for an answer. */
  private final SynchronousQueue<String> answers = new SynchronousQueue<>();

  private volatile Instant now = BEGUN;

  @Test
  void oneThatRefusesIsSilentSinceItsFirstRefusal() throws InterruptedException {
    try (Probe probe = probe()) {
      answers.put("refused");
      await(probe, true);
      now = BEGUN.plusSeconds(30);
      answers.put("refused again");
      while (!probe.silence().orElseThrow().reason().equals("refused again")) {
        Thread.sleep(1);
      }
      assertThat(probe.silence().orElseThrow().since()).isEqualTo(BEGUN);
      answers.put("");
      await(probe, false);
    }
  }

  @Test
  void oneThatIsFrozenIsSilentWhenPatienceEnds() throws InterruptedException {
    try (Probe probe = probe()) {
      answers.put("");
      assertThat(probe.silence()).isEmpty();
      while (probe.silence().isEmpty()) {
        now = now.plusSeconds(1);
        Thread.sleep(1);
      }
      assertThat(probe.silence().orElseThrow().reason()).isEmpty();
    }
  }

  private Probe probe() {
    return new Probe(this::answer, Duration.ofMillis(1), (InstantSource) () -> now);
  }

  private void answer() {
    try {
      String words = answers.take();
      if (!words.isEmpty()) {
        throw new TransientException(words, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Probe probe, boolean silent) throws InterruptedException {
    while (probe.silence().isPresent() != silent) {
      Thread.sleep(1);
    }
  }
}
