package io.chiasm.study.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicHistoryTest {
  private final TopicHistory history = new TopicHistory();

  @Test
  void ratesAreDifferencesOverTime() {
    // Given
    add(0, reading(100, 40L, 0L, 2));
    // When
    TopicHealth health = add(10_000, reading(150, 60L, 4_000L, 2));
    // Then 50 came and 30 were finished in ten seconds
    assertThat(health.writtenPerSecond()).isEqualTo(5.0);
    assertThat(health.finishedPerSecond()).isEqualTo(3.0);
    assertThat(health.drainSeconds()).isEqualTo(20);
    assertThat(health.oldestSeconds()).isEqualTo(6);
    assertThat(health.state()).isEqualTo(TopicState.FLOWING);
  }

  @Test
  void oneReadingGivesNoRate() {
    TopicHealth health = add(0, reading(100, 40L, 0L, 1));
    assertThat(health.writtenPerSecond()).isNull();
    assertThat(health.finishedPerSecond()).isNull();
    assertThat(health.drainSeconds()).isNull();
  }

  @Test
  void onlyTheLastMinuteCounts() {
    // Given
    add(0, reading(0, 0L, null, 1));
    add(10_000, reading(1000, 0L, null, 1));
    for (long at = 11_000; at <= 71_000; at += 1000) {
      add(at, reading(1000, 0L, null, 1));
    }
    // Then
    assertThat(add(72_000, reading(1000, 0L, null, 1)).writtenPerSecond()).isZero();
  }

  @Test
  void whatWaitsWithoutAConsumerIsUnattended() {
    assertThat(add(0, reading(5, 5L, 0L, 0)).state()).isEqualTo(TopicState.UNATTENDED);
    assertThat(add(1000, reading(5, 0L, null, 0)).state()).isEqualTo(TopicState.IDLE);
  }

  @Test
  void nothingFinishedForAMinuteIsStillAndThenFlowsAgain() {
    // When
    for (long at = 0; at < 60_000; at += 1000) {
      assertThat(add(at, reading(5, 3L, 0L, 1)).state()).isEqualTo(TopicState.FLOWING);
    }
    // Then
    assertThat(add(60_000, reading(5, 3L, 0L, 1)).state()).isEqualTo(TopicState.STILL);
    assertThat(add(61_000, reading(5, 2L, 0L, 1)).state()).isEqualTo(TopicState.FLOWING);
  }

  @Test
  void aQueueThatWasEmptyLongIsNotStillWhenATaskComes() {
    for (long at = 0; at <= 120_000; at += 1000) {
      add(at, reading(5, 0L, null, 1));
    }
    assertThat(add(121_000, reading(6, 1L, 120_500L, 1)).state()).isEqualTo(TopicState.FLOWING);
  }

  @Test
  void aTopicMadeAnewBeginsItsRatesAnew() {
    add(0, reading(1000, 0L, null, 1));
    assertThat(add(1000, reading(3, 0L, null, 1)).writtenPerSecond()).isNull();
    assertThat(add(2000, reading(5, 0L, null, 1)).writtenPerSecond()).isEqualTo(2.0);
  }

  @Test
  void whereNobodyCountsNoLagIsMadeUp() {
    add(0, reading(0, null, null, 1));
    TopicHealth health = add(1000, reading(2, null, null, 1));
    assertThat(health.lag()).isNull();
    assertThat(health.finishedPerSecond()).isNull();
    assertThat(health.state()).isEqualTo(TopicState.FLOWING);
  }

  private TopicHealth add(long atMillis, TopicReading reading) {
    return history.add(atMillis, List.of(reading)).get(0);
  }

  private static TopicReading reading(
      long written, @Nullable Long lag, @Nullable Long oldestMillis, int consumers) {
    return new TopicReading("extraction-tasks", true, 7, written, lag, 0, oldestMillis, consumers);
  }
}
