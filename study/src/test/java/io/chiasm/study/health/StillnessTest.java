package io.chiasm.study.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import java.util.List;
import org.junit.jupiter.api.Test;

class StillnessTest {
  private final Stillness stillness = new Stillness();

  private static StudyProgress study(String id, StudyState state, int done) {
    Stage stage = new Stage("encoding", "models", done, 0, 0, 10);
    return new StudyProgress(
        id, "name", state, List.of(new StageProgress(stage, null)), 0, 0, List.of());
  }

  @Test
  void itIsSinceTheLastTaskOrStateOfTheStillestStudy() {
    List<StudyProgress> both =
        List.of(study("a", StudyState.RUNNING, 1), study("b", StudyState.RUNNING, 1));
    assertThat(stillness.add(1_000, both)).hasValue(0);
    assertThat(stillness.add(3_000, both)).hasValue(2_000);
    List<StudyProgress> moved =
        List.of(study("a", StudyState.RUNNING, 2), study("b", StudyState.RUNNING, 1));
    assertThat(stillness.add(4_000, moved)).hasValue(3_000);
    List<StudyProgress> ended =
        List.of(study("a", StudyState.REPORTING, 2), study("b", StudyState.FAILED, 1));
    assertThat(stillness.add(5_000, ended)).hasValue(0);
    assertThat(stillness.add(7_000, ended)).hasValue(2_000);
  }

  @Test
  void withoutAStudyUnderWayThereIsNothingToSay() {
    assertThat(stillness.add(1_000, List.of(study("a", StudyState.COMPLETED, 10)))).isEmpty();
  }

  @Test
  void aStudyThatIsResumedBeginsAnew() {
    assertThat(stillness.add(0, List.of(study("a", StudyState.RUNNING, 1)))).hasValue(0);
    assertThat(stillness.add(1_000, List.of(study("a", StudyState.FAILED, 1)))).isEmpty();
    assertThat(stillness.add(9_000, List.of(study("a", StudyState.RUNNING, 1)))).hasValue(0);
  }
}
