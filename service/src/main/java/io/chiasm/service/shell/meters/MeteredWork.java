package io.chiasm.service.shell.meters;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.RetryReason;
import io.chiasm.contracts.shell.kafka.WorkerEvents;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Workers' events of one queue as meters; told on to whoever else listens. */
public final class MeteredWork implements WorkerEvents {
  private final WorkerEvents next;
  private final WorkMeters work;
  private final Topic queue;
  private final AtomicInteger busy = new AtomicInteger();
  private final Timer waits;
  private final Counter done;
  private final Counter dead;
  private final Counter broken;
  private final Map<RetryReason, Counter> retries = new EnumMap<>(RetryReason.class);

  /**
   * @param slots workers in this process
   */
  public MeteredWork(
      MeterRegistry registry, WorkMeters work, Topic queue, int slots, WorkerEvents next) {
    this.next = next;
    this.work = work;
    this.queue = queue;
    String stage = Stage.of(queue).label();
    this.waits =
        Buckets.WORK
            .timer("chiasm.task.wait")
            .description("time from the sending of a task to its first taking")
            .tag("stage", stage)
            .register(registry);
    this.done = tasks(registry, stage, "done");
    this.dead = tasks(registry, stage, "dead");
    this.broken = tasks(registry, stage, "broken");
    for (RetryReason reason : RetryReason.values()) {
      retries.put(reason, retries(registry, stage, reason));
    }
    MeteredStages.duplicates(registry, Stage.of(queue));
    workers(registry, stage, "busy", () -> busy.get());
    workers(registry, stage, "idle", () -> Math.max(0, slots - busy.get()));
  }

  private static Counter tasks(MeterRegistry registry, String stage, String outcome) {
    return Counter.builder("chiasm.tasks")
        .description("tasks that this process ended, by how")
        .tag("stage", stage)
        .tag("outcome", outcome)
        .register(registry);
  }

  private static Counter retries(MeterRegistry registry, String stage, RetryReason reason) {
    return Counter.builder("chiasm.retries")
        .description("tasks, or connections to the broker, tried again")
        .tag("stage", stage)
        .tag("reason", reason.label())
        .register(registry);
  }

  private static void workers(
      MeterRegistry registry, String stage, String state, Supplier<Number> count) {
    Gauge.builder("chiasm.workers", count)
        .description("workers of this process that hold a task, and that do not")
        .tag("stage", stage)
        .tag("state", state)
        .register(registry);
  }

  @Override
  public void taken(Topic topic, Duration waited, int deliveries) {
    busy.incrementAndGet();
    if (deliveries == 1) {
      waits.record(waited.isNegative() ? Duration.ZERO : waited);
    } else {
      retried(topic, RetryReason.REDELIVERED);
    }
    next.taken(topic, waited, deliveries);
  }

  @Override
  public void released(Topic topic) {
    busy.decrementAndGet();
    next.released(topic);
  }

  @Override
  public void started(Topic topic, String task) {
    next.started(topic, task);
  }

  @Override
  public void finished(Topic topic, String task, Duration took) {
    done.increment();
    work.done(Stage.of(queue), took);
    next.finished(topic, task, took);
  }

  @Override
  public void refused(Topic topic, String task, String reason) {
    dead.increment();
    work.deadLetter(queue);
    next.refused(topic, task, reason);
  }

  @Override
  public void waiting(Topic topic, String task, String reason, Duration pause) {
    next.waiting(topic, task, reason, pause);
  }

  @Override
  public void retried(Topic topic, RetryReason reason) {
    Objects.requireNonNull(retries.get(reason)).increment();
    next.retried(topic, reason);
  }

  @Override
  public void handedBack(Topic topic, String task) {
    next.handedBack(topic, task);
  }

  @Override
  public void broken(Topic topic, Throwable bug) {
    broken.increment();
    next.broken(topic, bug);
  }
}
