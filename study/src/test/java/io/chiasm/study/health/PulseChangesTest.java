package io.chiasm.study.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PulseChangesTest {
  private static final int STUDIES = 100;

  private final PulseChanges changes = new PulseChanges();

  @Test
  void theFirstPulseIsWholeAndLaterOnesHoldWhatChanged() {
    // Given
    PulseChange first = changes.next(pulse(1, 2));
    // When
    PulseChange still = changes.next(pulse(1, 2));
    PulseChange moved = changes.next(pulse(1, 3));
    // Then
    assertThat(first.whole()).isTrue();
    assertThat(first.pulse().studies()).hasSize(2);
    assertThat(still.whole()).isFalse();
    assertThat(still.pulse().studies()).isEmpty();
    assertThat(moved.pulse().studies()).extracting(StudyProgress::study).containsExactly("study-1");
  }

  @Test
  void aReaderThatMissedSomeIsToldOfAllThatChanged() {
    // Given one reader of two
    PulseChanges slow = new PulseChanges();
    slow.next(pulse(1, 1, 1));
    changes.next(pulse(1, 1, 1));
    changes.next(pulse(2, 1, 1));
    // When
    PulseChange late = slow.next(pulse(2, 5, 1));
    // Then
    assertThat(late.pulse().studies())
        .extracting(StudyProgress::study)
        .containsExactly("study-0", "study-1");
  }

  @Test
  void aNewStudyIsAChangeAndAStudyThatIsGoneMakesThePulseWhole() {
    // Given
    changes.next(pulse(1));
    // When
    PulseChange more = changes.next(pulse(1, 1));
    PulseChange fewer = changes.next(pulse(1));
    // Then
    assertThat(more.whole()).isFalse();
    assertThat(more.pulse().studies()).extracting(StudyProgress::study).containsExactly("study-1");
    assertThat(fewer.whole()).isTrue();
    assertThat(fewer.pulse().studies()).hasSize(1);
  }

  @Test
  void ofAHundredStudiesOnlyThoseThatMoveAreSent() {
    // Given
    int[] done = new int[STUDIES];
    changes.next(pulse(done));
    // When
    IntStream.range(0, 3).forEach(i -> done[i]++);
    // Then
    assertThat(changes.next(pulse(done)).pulse().studies()).hasSize(3);
  }

  private static Pulse pulse(int... done) {
    List<StudyProgress> studies =
        IntStream.range(0, done.length)
            .mapToObj(
                i ->
                    new StudyProgress(
                        "study-" + i,
                        "made",
                        StudyState.RUNNING,
                        List.of(
                            new StageProgress(
                                new Stage("encoding", "models", done[i], 0, 0, 10_000), null)),
                        0,
                        0,
                        List.of()))
            .toList();
    return new Pulse(0, studies, Pipeline.UNKNOWN, 0, 0, List.of());
  }
}
