package io.chiasm.service.shell.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.RetryReason;
import io.chiasm.contracts.shell.service.LoggedWork;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.StoreEvents.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeteredWorkTest {
  private static final Topic QUEUE = Topic.ENCODING_TASKS;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final MeteredWork work = worker(registry);

  private static MeteredWork worker(MeterRegistry registry) {
    MeteredStages stages =
        new MeteredStages(registry, Set.of(Stage.ENCODING), Set.of(), Set.of(QUEUE));
    return new MeteredWork(registry, stages, QUEUE, 1, new LoggedWork(() -> {}));
  }

  private String scraped() {
    return registry.scrape().replace(",}", "}");
  }

  @Test
  void everythingIsThereFromTheStartAtZero() {
    assertThat(scraped())
        .contains("chiasm_tasks_total{outcome=\"done\",stage=\"encoding\"} 0.0")
        .contains("chiasm_tasks_total{outcome=\"dead\",stage=\"encoding\"} 0.0")
        .contains("chiasm_retries_total{reason=\"away\",stage=\"encoding\"} 0.0")
        .contains("chiasm_duplicates_discarded_total{stage=\"encoding\"} 0.0")
        .contains("chiasm_dead_letters_total{topic=\"encoding-tasks\"} 0.0")
        .contains("chiasm_workers{stage=\"encoding\",state=\"idle\"} 1.0");
  }

  @Test
  void timesAreHistogramsInSeconds() {
    // When
    work.taken(QUEUE, Duration.ofSeconds(40), 1);
    work.finished(QUEUE, "task", Duration.ofMillis(700));
    // Then
    assertThat(scraped())
        .contains("chiasm_task_wait_seconds_bucket{stage=\"encoding\",le=\"30.0\"} 0")
        .contains("chiasm_task_wait_seconds_bucket{stage=\"encoding\",le=\"60.0\"} 1")
        .contains("chiasm_task_duration_seconds_bucket{stage=\"encoding\",le=\"0.5\"} 0")
        .contains("chiasm_task_duration_seconds_bucket{stage=\"encoding\",le=\"1.0\"} 1")
        .contains("chiasm_task_duration_seconds_sum{stage=\"encoding\"} 0.7")
        .contains("chiasm_tasks_total{outcome=\"done\",stage=\"encoding\"} 1.0");
  }

  @Test
  void retriesAreCountedByReason() {
    // When
    work.taken(QUEUE, Duration.ofSeconds(1), 3);
    work.retried(QUEUE, RetryReason.AWAY);
    work.retried(QUEUE, RetryReason.AWAY);
    work.retried(QUEUE, RetryReason.REFUSED);
    // Then
    assertThat(scraped())
        .contains("chiasm_retries_total{reason=\"away\",stage=\"encoding\"} 2.0")
        .contains("chiasm_retries_total{reason=\"refused\",stage=\"encoding\"} 1.0")
        .contains("chiasm_retries_total{reason=\"redelivered\",stage=\"encoding\"} 1.0")
        .contains("chiasm_retries_total{reason=\"session\",stage=\"encoding\"} 0.0")
        .contains("chiasm_task_wait_seconds_count{stage=\"encoding\"} 0");
  }

  @Test
  void aWorkerIsBusyWhileItHoldsATask() {
    work.taken(QUEUE, Duration.ZERO, 1);
    assertThat(scraped())
        .contains("chiasm_workers{stage=\"encoding\",state=\"busy\"} 1.0")
        .contains("chiasm_workers{stage=\"encoding\",state=\"idle\"} 0.0");
    work.released(QUEUE);
    assertThat(scraped()).contains("chiasm_workers{stage=\"encoding\",state=\"busy\"} 0.0");
  }

  @Test
  void aClockThatGoesBackWaitsNoTime() {
    work.taken(QUEUE, Duration.ofSeconds(-5), 1);
    assertThat(scraped()).contains("chiasm_task_wait_seconds_sum{stage=\"encoding\"} 0.0");
  }

  @Test
  void requestsToTheStoreAreTimedByOperation() {
    // Given
    MeteredStore store = new MeteredStore(registry);
    // When
    store.requested(Operation.GET, Duration.ofMillis(20), 1000, false);
    store.requested(Operation.PUT, Duration.ofMillis(300), 50, true);
    store.diverged(new ObjectKey("grams/0"), new ObjectStat(1, null), new ObjectStat(2, null));
    // Then
    assertThat(scraped())
        .contains("chiasm_store_request_seconds_bucket{operation=\"get\",le=\"0.01\"} 0")
        .contains("chiasm_store_request_seconds_bucket{operation=\"get\",le=\"0.025\"} 1")
        .contains("chiasm_divergences_total 1.0")
        .contains("chiasm_store_read_bytes_total 1000.0")
        .contains("chiasm_store_written_bytes_total 50.0")
        .contains("chiasm_store_errors_total{operation=\"put\"} 1.0")
        .contains("chiasm_store_errors_total{operation=\"get\"} 0.0");
  }
}
