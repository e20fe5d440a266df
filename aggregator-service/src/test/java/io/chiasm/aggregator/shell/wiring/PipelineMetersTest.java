package io.chiasm.aggregator.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.StageProgress;
import io.chiasm.study.health.StudyProgress;
import io.chiasm.study.health.TopicHealth;
import io.chiasm.study.health.TopicState;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineMetersTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final PipelineMeters meters = new PipelineMeters(registry);

  private static Optional<Pipeline> seen(
      @Nullable Long lag, @Nullable Long oldest, @Nullable Long drain) {
    TopicHealth queue =
        new TopicHealth(
            "encoding-tasks", true, TopicState.FLOWING, 9, 1.0, 1.0, lag, oldest, drain, 2);
    TopicHealth events =
        new TopicHealth("encodings", false, TopicState.IDLE, 9, 1.0, 1.0, 4L, 5L, 6L, 2);
    return Optional.of(new Pipeline(List.of(queue, events), List.of()));
  }

  private String scraped() {
    return registry.scrape().replace(",}", "}");
  }

  @Test
  void nothingIsSaidBeforeTheFirstLook() {
    assertThat(scraped()).doesNotContain("chiasm_");
  }

  @Test
  void aQueueIsSaidAsItIs() {
    meters.pipeline(seen(7L, 90L, 30L));
    assertThat(scraped())
        .contains("chiasm_queue_backlog{queue=\"encoding-tasks\"} 7.0")
        .contains("chiasm_queue_oldest_age_seconds{queue=\"encoding-tasks\"} 90.0")
        .contains("chiasm_queue_drain_seconds{queue=\"encoding-tasks\"} 30.0")
        .contains("chiasm_queue_workers{queue=\"encoding-tasks\"} 2.0")
        .doesNotContain("\"encodings\"");
  }

  @Test
  void anEmptyQueueIsAsOldAsNothingAndDrained() {
    meters.pipeline(seen(0L, null, null));
    assertThat(scraped())
        .contains("chiasm_queue_backlog{queue=\"encoding-tasks\"} 0.0")
        .contains("chiasm_queue_oldest_age_seconds{queue=\"encoding-tasks\"} 0.0")
        .contains("chiasm_queue_drain_seconds{queue=\"encoding-tasks\"} 0.0");
  }

  @Test
  void whatIsNotKnownOfAQueueIsNotThere() {
    meters.pipeline(seen(7L, null, null));
    assertThat(scraped())
        .contains("chiasm_queue_backlog{")
        .doesNotContain("chiasm_queue_oldest_age_seconds{")
        .doesNotContain("chiasm_queue_drain_seconds{");
    meters.pipeline(seen(null, null, null));
    assertThat(scraped()).doesNotContain("chiasm_queue_backlog{").doesNotContain("NaN");
  }

  @Test
  void withTheBrokerAwayThereIsNoNumberAndThenThereIsAgain() {
    meters.pipeline(seen(7L, 90L, 30L));
    meters.openLetters(OptionalInt.of(3));
    // When
    meters.pipeline(Optional.empty());
    meters.openLetters(OptionalInt.empty());
    // Then
    assertThat(scraped()).doesNotContain("chiasm_queue").doesNotContain("chiasm_dead");
    meters.pipeline(seen(8L, 91L, 31L));
    meters.openLetters(OptionalInt.of(3));
    assertThat(scraped())
        .contains("chiasm_queue_backlog{queue=\"encoding-tasks\"} 8.0")
        .contains("chiasm_dead_letters_open 3.0");
  }

  @Test
  void studiesUnderWayAddUpAndEndedOnesAreCountedOnly() {
    // When
    meters.studies(
        Optional.of(
            List.of(
                study("a", StudyState.RUNNING, 3, 1, 10),
                study("b", StudyState.RUNNING, 5, 0, 5),
                study("c", StudyState.COMPLETED, 9, 0, 9))),
        OptionalLong.of(12_500));
    // Then
    assertThat(scraped())
        .contains("chiasm_studies{state=\"running\"} 2.0")
        .contains("chiasm_studies{state=\"completed\"} 1.0")
        .contains("chiasm_studies{state=\"cancelled\"} 0.0")
        .contains("chiasm_study_tasks{stage=\"encoding\",state=\"open\"} 6.0")
        .contains("chiasm_study_tasks{stage=\"encoding\",state=\"done\"} 8.0")
        .contains("chiasm_study_tasks{stage=\"encoding\",state=\"failed\"} 1.0")
        .contains("chiasm_study_still_seconds 12.5")
        .doesNotContain("\"a\"");
    meters.studies(Optional.empty(), OptionalLong.empty());
    assertThat(scraped()).doesNotContain("chiasm_stud");
  }

  private static StudyProgress study(String id, StudyState state, int done, int failed, int total) {
    Stage stage = new Stage("encoding", "models", done, 0, failed, total);
    return new StudyProgress(
        id, "name", state, List.of(new StageProgress(stage, null)), 0, 0, List.of());
  }
}
