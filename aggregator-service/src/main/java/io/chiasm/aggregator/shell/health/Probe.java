package io.chiasm.aggregator.shell.health;

import io.chiasm.study.health.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks something again and again, and knows at any time since when there is no answer: one that
 * refuses says so, one that is frozen only lets its questioner wait.
 */
final class Probe implements AutoCloseable {
  /** Whoever takes longer for a word counts as silent. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Runnable question;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Probe::daemon);
  private volatile @Nullable Instant asked;
  private volatile @Nullable Silence silence;

  /**
   * @param question throws why there is no answer
   */
  Probe(Runnable question, Duration every, InstantSource clock) {
    this.question = question;
    this.clock = clock;
    // Ends with the thread; a question that fails is caught.
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(this::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "probe");
    thread.setDaemon(true);
    return thread;
  }

  private void ask() {
    Instant now = clock.instant();
    asked = now;
    try {
      question.run();
      silence = null;
    } catch (RuntimeException e) {
      Silence before = silence;
      silence = new Silence(before == null ? now : before.since(), String.valueOf(e.getMessage()));
    } finally {
      asked = null;
    }
  }

  /** Since when there is no answer; empty if the last one came. */
  Optional<Silence> silence() {
    Silence known = silence;
    Instant since = asked;
    if (known != null || since == null) {
      return Optional.ofNullable(known);
    }
    return clock.instant().isBefore(since.plus(PATIENCE))
        ? Optional.empty()
        : Optional.of(new Silence(since, ""));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
