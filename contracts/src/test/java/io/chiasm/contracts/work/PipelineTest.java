package io.chiasm.contracts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.TransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineTest {
  @Test
  void whatComesOutFirstWaitsForWhatWasAskedForFirst() {
    List<String> taken = new ArrayList<>();
    CountDownLatch second = new CountDownLatch(1);
    try (Pipeline<String> pipeline = new Pipeline<>(2, taken::add)) {
      pipeline.submit(
          () -> {
            assertThat(second.await(1, TimeUnit.MINUTES)).isTrue();
            return "first";
          });
      pipeline.submit(
          () -> {
            second.countDown();
            return "second";
          });
      pipeline.await();
    }
    assertThat(taken).containsExactly("first", "second");
  }

  @Test
  void noMoreAreUnderWayThanAllowed() {
    AtomicInteger underWay = new AtomicInteger();
    List<Integer> most = new ArrayList<>();
    try (Pipeline<Integer> pipeline =
        new Pipeline<>(
            3,
            seen -> {
              underWay.decrementAndGet();
              most.add(seen);
            })) {
      IntStream.range(0, 200).forEach(i -> pipeline.submit(underWay::incrementAndGet));
      pipeline.await();
    }
    assertThat(most).hasSize(200).allMatch(seen -> seen <= 3);
  }

  @Test
  void aFailureIsThrownToWhomItConcernsAndNothingAfterItIsHandedOn() {
    List<String> taken = new ArrayList<>();
    try (Pipeline<String> pipeline = new Pipeline<>(4, taken::add)) {
      pipeline.submit(() -> "first");
      pipeline.submit(
          () -> {
            throw new TransientException("away", new IllegalStateException());
          });
      pipeline.submit(() -> "third");
      assertThatThrownBy(pipeline::await).isInstanceOf(TransientException.class).hasMessage("away");
    }
    assertThat(taken).containsExactly("first");
  }

  @Test
  void whoWaitsAndIsInterruptedIsToldSo() {
    CountDownLatch never = new CountDownLatch(1);
    try (Pipeline<String> pipeline = new Pipeline<>(1, taken -> {})) {
      pipeline.submit(
          () -> {
            never.await();
            return "never";
          });
      Thread.currentThread().interrupt();
      assertThatThrownBy(pipeline::await).isInstanceOf(TransientException.class);
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
