package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2)), Duration.ofSeconds(60));

  private final FakeTime time = new FakeTime();
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void aPassingFailureIsWaitedOut() {
    // When
    String result = time.retry(POLICY).call(() -> failing(3));
    // Then
    assertThat(result).isEqualTo("done");
    assertThat(tries).hasValue(4);
    assertThat(time.pauses()).hasSize(3);
  }

  @Test
  void pausesAreDrawnUnderABoundThatDoubles() {
    // Given many runs of eight failures
    for (int seed = 0; seed < 200; seed++) {
      FakeTime clock = new FakeTime();
      tries.set(0);
      new Retry(POLICY, new SplittableRandom(seed), clock, clock).call(() -> failing(8));
      // Then
      long bound = 100;
      for (Duration pause : clock.pauses()) {
        assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(bound));
        bound = Math.min(2000, 2 * bound);
      }
    }
  }

  @Test
  void jitterUsesTheWholeRange() {
    // Given the first pause of many runs
    long[] pauses = new long[1000];
    for (int seed = 0; seed < pauses.length; seed++) {
      FakeTime clock = new FakeTime();
      tries.set(0);
      new Retry(POLICY, new SplittableRandom(seed), clock, clock).call(() -> failing(1));
      pauses[seed] = clock.pauses().get(0).toMillis();
    }
    // Then: mean of 0 … 100 is 50, its standard error 0.9
    assertThat(java.util.Arrays.stream(pauses).average().orElseThrow()).isBetween(45.0, 55.0);
    assertThat(pauses).contains(0, 100);
  }

  @Test
  void itGivesUpAtTheDeadlineAndSaysSo() {
    // Then
    assertThatThrownBy(() -> time.retry(POLICY).call(() -> failing(Integer.MAX_VALUE)))
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("away (given up after ")
        .hasMessageContaining("tries in ");
    assertThat(Duration.between(java.time.Instant.EPOCH, time.instant()))
        .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
  }

  @Test
  void otherFailuresPassAtOnce() {
    assertThatThrownBy(
            () ->
                time.retry(POLICY)
                    .call(
                        () -> {
                          throw new InputException("wrong secret");
                        }))
        .isInstanceOf(InputException.class);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void anInterruptedWaitEndsAndStaysInterrupted() {
    // Given
    Retry.Pause interrupted =
        length -> {
          throw new InterruptedException();
        };
    Retry retry = new Retry(POLICY, new SplittableRandom(1), time, interrupted);
    // Then
    assertThatThrownBy(() -> retry.call(() -> failing(1))).isInstanceOf(TransientException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tries).hasValue(1);
  }

  @Test
  void aPolicyThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(POLICY.pauses(), Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitsDoubleUpToTheLongest() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3));
    assertThat(IntStream.of(1, 2, 3, 4, 100).mapToObj(n -> backoff.after(n).toMillis()))
        .containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
  }

  @Test
  void anEndlessPolicyOutlastsAnything() {
    Retry retry = time.retry(RetryPolicy.endless(POLICY.pauses()));
    assertThat(retry.call(() -> failing(500))).isEqualTo("done");
  }

  @Test
  void otherFailuresCanBeNamedAndAreHeardOf() {
    List<String> heard = new ArrayList<>();
    Retry retry =
        time.retry(POLICY).after(e -> e instanceof InputException, e -> heard.add(e.getMessage()));
    assertThat(
            retry.call(
                () -> {
                  if (tries.incrementAndGet() < 3) {
                    throw new InputException("refused " + tries);
                  }
                  return "done";
                }))
        .isEqualTo("done");
    assertThat(heard).containsExactly("refused 1", "refused 2");
    assertThatThrownBy(() -> retry.call(() -> failing(9)))
        .isInstanceOf(TransientException.class)
        .hasMessage("away");
  }

  private String failing(int times) {
    if (tries.incrementAndGet() <= times) {
      throw new TransientException("away", new IOException());
    }
    return "done";
  }
}
