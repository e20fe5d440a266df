package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries a call again after a {@link TransientException}, or other failures that are named, with
 * exponential back-off and full jitter: each pause is drawn evenly between zero and a bound that
 * doubles, so that workers that failed together do not come back together. Any other failure passes
 * at once.
 */
public final class Retry {
  /** Waits; in production {@code Thread.sleep}. */
  public interface Pause {
    void pause(Duration length) throws InterruptedException;
  }

  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Pause pause;
  private final Predicate<RuntimeException> reason;
  private final Consumer<RuntimeException> told;

  public Retry(RetryPolicy policy, RandomGenerator random, InstantSource clock, Pause pause) {
    this(policy, random, clock, pause, e -> e instanceof TransientException, e -> {});
  }

  private Retry(
      RetryPolicy policy,
      RandomGenerator random,
      InstantSource clock,
      Pause pause,
      Predicate<RuntimeException> reason,
      Consumer<RuntimeException> told) {
    this.policy = policy;
    this.random = random;
    this.clock = clock;
    this.pause = pause;
    this.reason = reason;
    this.told = told;
  }

  /**
   * The same with failures of its own.
   *
   * @param reason whether a failure is a reason to try again
   * @param told hears of each before the pause after it
   */
  public Retry after(Predicate<RuntimeException> reason, Consumer<RuntimeException> told) {
    return new Retry(policy, random, clock, pause, reason, told);
  }

  /**
   * The call's result, as soon as it succeeds.
   *
   * @throws TransientException when the deadline is reached; if the thread is interrupted, the last
   *     failure is thrown as it is
   */
  public <T> T call(Supplier<T> call) {
    Instant start = clock.instant();
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        if (!reason.test(e)) {
          throw e;
        }
        Duration length = draw(policy.pauses().after(failures));
        Duration spent = Duration.between(start, clock.instant());
        if (spent.plus(length).compareTo(policy.deadline()) > 0) {
          throw gaveUp(e, failures, spent);
        }
        told.accept(e);
        pauseOrGiveUp(length, e);
      }
    }
  }

  private Duration draw(Duration bound) {
    synchronized (random) {
      return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
    }
  }

  private void pauseOrGiveUp(Duration length, RuntimeException failure) {
    try {
      pause.pause(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private static TransientException gaveUp(RuntimeException last, int tries, Duration spent) {
    String times = tries == 1 ? "1 try" : tries + " tries";
    return new TransientException(
        last.getMessage() + " (given up after " + times + " in " + spent.toSeconds() + " s)", last);
  }
}
