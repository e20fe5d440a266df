package io.chiasm.aggregator.shell.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WorkedOffTest {
  private static final TopicPartition PARTITION = new TopicPartition("encoding-tasks", 0);

  private final WorkedOff workedOff = new WorkedOff();

  @Test
  void messagesOnceFinishedAreNotTheOldestUnfinishedOnes() {
    workedOff.first(PARTITION, 0, 20, 0);

    assertThat(workedOff.first(PARTITION, 3, 25, 5)).isEqualTo(20);
  }

  @Test
  void theBrokerKnowsBetterWhereItIsFurther() {
    workedOff.first(PARTITION, 0, 20, 0);

    assertThat(workedOff.first(PARTITION, 23, 25, 2)).isEqualTo(23);
  }

  @Test
  void partitionsAreToldApart() {
    workedOff.first(PARTITION, 0, 20, 0);

    assertThat(workedOff.first(new TopicPartition("encoding-tasks", 1), 3, 25, 5)).isEqualTo(3);
  }

  @Test
  void nothingIsKnownOfATopicThatWasMadeAnew() {
    workedOff.first(PARTITION, 0, 20, 0);

    assertThat(workedOff.first(PARTITION, 0, 4, 4)).isZero();
  }
}
