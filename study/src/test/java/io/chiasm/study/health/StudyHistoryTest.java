package io.chiasm.study.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyHistoryTest {
  private static final int STUDIES = 100;
  private static final int TASKS = 10_000;

  private final StudyHistory history = new StudyHistory();

  @Test
  void whatRemainsIsWhatIsOpenAtThePaceOfTheLastMinute() {
    // Given
    add(0, stage(10, 0, 100));
    // When 15 done and 5 failed in ten seconds
    StageProgress progress = add(10_000, stage(25, 5, 100));
    // Then 70 are open
    assertThat(progress.remainingSeconds()).isEqualTo(35);
  }

  @Test
  void withoutMovementOrAtTheEndNothingIsPromised() {
    add(0, stage(10, 0, 100));
    assertThat(add(5_000, stage(10, 0, 100)).remainingSeconds()).isNull();
    assertThat(add(6_000, stage(98, 2, 100)).remainingSeconds()).isNull();
  }

  @Test
  void aResumedStudyIsNotJudgedByItsPast() {
    add(0, stage(0, 0, 100));
    add(10_000, stage(60, 40, 100));
    assertThat(add(11_000, stage(60, 0, 100)).remainingSeconds()).isNull();
    assertThat(add(12_000, stage(62, 0, 100)).remainingSeconds()).isEqualTo(19);
  }

  @Test
  void reasonsAreCountedNotCarried() {
    StudyStatus failed =
        new StudyStatus(
            "made-1",
            "made",
            StudyState.FAILED,
            List.of(stage(1, 1, 2)),
            List.of("one", "two"),
            List.of("a warning"));
    StudyProgress progress = history.add(0, List.of(failed)).get(0);
    assertThat(progress.reasons()).isEqualTo(2);
    assertThat(progress.warnings()).isEqualTo(1);
    assertThat(progress.stages().get(0).remainingSeconds()).isNull();
  }

  @Test
  void theNumberOfTasksDoesNotMatter() {
    for (int second = 0; second < 120; second++) {
      int done = second * 10;
      List<StudyStatus> all =
          IntStream.range(0, STUDIES)
              .mapToObj(i -> study("made-" + i, stage(done, 0, TASKS)))
              .toList();
      List<StudyProgress> progress = history.add(second * 1000L, all);
      assertThat(progress).hasSize(STUDIES);
    }
    assertThat(add(120_000, stage(1200, 0, TASKS)).remainingSeconds()).isNull();
  }

  private StageProgress add(long atMillis, Stage stage) {
    return history.add(atMillis, List.of(study("made-1000", stage))).get(0).stages().get(0);
  }

  private static StudyStatus study(String id, Stage stage) {
    return new StudyStatus(id, "made", StudyState.RUNNING, List.of(stage), List.of(), List.of());
  }

  private static Stage stage(int done, int failed, int total) {
    return new Stage("extraction", "passes", done, 0, failed, total);
  }
}
