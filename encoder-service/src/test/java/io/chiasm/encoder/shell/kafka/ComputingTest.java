package io.chiasm.encoder.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.encoding.work.Resources;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ComputingTest {
  private static final long WORK = TimeUnit.MILLISECONDS.toNanos(20);

  private final Computing computing = new Computing(new Resources(1, 1 << 20, Path.of("")));

  @Test
  void whatItComputedForAStudyIsToldOnce() {
    // Given
    computing.alone("one", ComputingTest::work);
    computing.alone("one", ComputingTest::work);
    computing.alone("two", ComputingTest::work);
    // When
    Effort told = computing.effort("one").orElseThrow();
    // Then
    assertThat(told.machine()).isEqualTo(Machine.kind());
    assertThat(told.seconds()).isGreaterThanOrEqualTo(2 * WORK / 1e9);
    assertThat(computing.effort("one")).isEmpty();
    assertThat(computing.effort("two")).isPresent();
  }

  @Test
  void whatCameToNothingIsNotTold() {
    assertThatThrownBy(
            () ->
                computing.alone(
                    "one",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(computing.effort("one")).isEmpty();
  }

  private static void work() {
    long end = System.nanoTime() + WORK;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
