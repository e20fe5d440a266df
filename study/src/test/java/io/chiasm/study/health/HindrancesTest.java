package io.chiasm.study.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HindrancesTest {
  private static final Instant BEGUN = Instant.parse("2026-11-27T08:03:10Z");
  private static final Instant NOW = BEGUN.plus(Duration.ofMinutes(6));
  private static final Silence REFUSED = new Silence(BEGUN, "connection refused");

  private final QueueWaits waits = new QueueWaits();

  @Test
  void aStudyThatMovesWaitsForNothing() {
    assertThat(waiting(running(3, 0), queues(2, 2, TopicState.FLOWING))).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsNamedInEveryStageWithItsTime() {
    Hindrances away = new Hindrances(Optional.of(REFUSED), Optional.empty(), Map.of());
    assertThat(away.tell(NOW, status(StudyState.IMPORTING, 0, 0)).waiting())
        .containsExactly(
            "the object store has not answered since 08:03:10 UTC: connection refused");
    assertThat(away.tell(NOW, status(StudyState.REPORTING, 10, 10)).waiting()).hasSize(1);
    assertThat(away.tell(NOW, status(StudyState.COMPLETED, 10, 10)).waiting()).isEmpty();
  }

  @Test
  void whileTheBrokerIsAwayNothingIsSaidOfWorkers() {
    Hindrances away =
        new Hindrances(
            Optional.empty(),
            Optional.of(new Silence(BEGUN, "")),
            queues(0, 0, TopicState.UNATTENDED));
    assertThat(away.tell(NOW, running(3, 0)).waiting())
        .containsExactly("the broker has not answered since 08:03:10 UTC");
  }

  @Test
  void whoIsNotThereIsMissedOnceThatIsNotJustPassing() {
    // Given
    Pipeline seen = pipeline(0, 1, TopicState.UNATTENDED);
    // When
    Map<String, QueueWaits.Wait> first = waits.add(BEGUN, seen);
    Map<String, QueueWaits.Wait> later = waits.add(BEGUN.plusSeconds(10), seen);
    // Then
    assertThat(waiting(running(3, 0), first)).isEmpty();
    assertThat(waiting(running(3, 0), later))
        .containsExactly("there has been no extractor since 08:03:10 UTC");
    assertThat(waiting(running(10, 0), later)).as("all passes are done").isEmpty();
  }

  @Test
  void anEncoderIsMissedOnlyWhenThereIsSomethingForIt() {
    Map<String, QueueWaits.Wait> nobody = queues(1, 0, TopicState.FLOWING);
    assertThat(waiting(running(0, 0), nobody)).isEmpty();
    assertThat(waiting(running(1, 0), nobody))
        .containsExactly("there has been no encoder since 08:03:10 UTC");
    assertThat(waiting(running(10, 10), nobody)).isEmpty();
  }

  @Test
  void workersThatFinishNothingForLongAreNamed() {
    assertThat(waiting(running(3, 0), queues(2, 1, TopicState.STILL)))
        .first()
        .isEqualTo(
            "no extractor has finished a task since 08:02:10 UTC, though 2 are there: long tasks,"
                + " or stuck; their logs say which");
  }

  @Test
  void aTimeOfAnotherDayHasItsDate() {
    Hindrances away = new Hindrances(Optional.of(REFUSED), Optional.empty(), Map.of());
    assertThat(away.tell(NOW.plus(Duration.ofDays(2)), running(0, 0)).waiting().get(0))
        .contains("since 2026-11-27 08:03:10 UTC");
  }

  @Test
  void whatItsOwnWorkMetIsSaidUnlessStoreOrBrokerSayMore() {
    StudyStatus met = running(0, 0).with(List.of("bucket 'data' does not answer"));
    assertThat(Hindrances.NONE.tell(NOW, met).waiting())
        .containsExactly("bucket 'data' does not answer");
    Hindrances away = new Hindrances(Optional.of(REFUSED), Optional.empty(), Map.of());
    assertThat(away.tell(NOW, met).waiting()).hasSize(1);
  }

  /** As they have been for six minutes. */
  private Map<String, QueueWaits.Wait> queues(int extractors, int encoders, TopicState state) {
    Pipeline seen = pipeline(extractors, encoders, state);
    waits.add(BEGUN, seen);
    return waits.add(NOW, seen);
  }

  private static Pipeline pipeline(int extractors, int encoders, TopicState state) {
    return new Pipeline(
        List.of(
            queue("extraction-tasks", extractors, state), queue("encoding-tasks", encoders, state)),
        List.of());
  }

  private static TopicHealth queue(String topic, int workers, TopicState state) {
    return new TopicHealth(topic, true, state, 10, null, null, 0L, null, null, workers);
  }

  private static List<String> waiting(StudyStatus status, Map<String, QueueWaits.Wait> topics) {
    return new Hindrances(Optional.empty(), Optional.empty(), topics).tell(NOW, status).waiting();
  }

  private static StudyStatus running(int extracted, int encoded) {
    return status(StudyState.RUNNING, extracted, encoded);
  }

  private static StudyStatus status(StudyState state, int extracted, int encoded) {
    return new StudyStatus(
        "made-01",
        "made",
        state,
        List.of(
            new Stage("extraction", "passes", extracted, 0, 0, 10),
            new Stage("encoding", "models", encoded, 0, 0, 10)),
        List.of(),
        List.of());
  }
}
