package io.chiasm.study.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.study.estimate.StudyTimes.MachineTime;
import io.chiasm.study.estimate.StudyTimes.StageTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final Stopwatch stopwatch = new Stopwatch();

  @Test
  void tasksAddUpByTheMachineThatDidThem() {
    // Given
    stopwatch.add(Stage.ENCODING, new Effort("slow", 8));
    stopwatch.add(Stage.ENCODING, new Effort("fast", 1));
    stopwatch.add(Stage.ENCODING, new Effort("fast", 2));
    // When
    StageTime time = encoding(5, 20);
    // Then
    assertThat(time.machines())
        .containsExactly(new MachineTime("fast", 2, 3), new MachineTime("slow", 1, 8));
    assertThat(time.told()).isEqualTo(3);
    assertThat(time.took()).isEqualTo(11);
    assertThat(time.whole()).isFalse();
  }

  @Test
  void theEstimateIsOfAsManyTasksAsWereWorkedOn() {
    stopwatch.add(Stage.ENCODING, new Effort("fast", 1));
    assertThat(encoding(4, 20).estimated()).isEqualTo(5);
    stopwatch.add(Stage.ENCODING, new Effort("fast", 1));
    assertThat(encoding(2, 20).estimated()).isEqualTo(20);
    assertThat(encoding(2, 20).whole()).isTrue();
  }

  @Test
  void aStageWithoutTasksTookNothing() {
    StageTime none = encoding(0, 20);
    assertThat(none).isEqualTo(new StageTime("encoding", 0, 0, List.of()));
    assertThat(none.whole()).isTrue();
  }

  @Test
  void whatIsForgottenSaysNothing() {
    stopwatch.add(Stage.ENCODING, new Effort("fast", 1));
    stopwatch.forget(Stage.ENCODING);
    assertThat(encoding(1, 20).machines()).isEmpty();
  }

  private StageTime encoding(int tasks, double estimated) {
    return stopwatch
        .times("it", Map.of(Stage.ENCODING, tasks), Map.of("encoding", estimated))
        .stages()
        .get(0);
  }
}
