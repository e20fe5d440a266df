package io.chiasm.aggregator.shell.wiring;

import io.chiasm.aggregator.health.TopicHealth;
import io.chiasm.aggregator.shell.health.Watch;
import io.chiasm.contracts.message.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The dashboard's numbers as metrics, for alarms and autoscaling. */
final class PipelineMeters {
  private PipelineMeters() {}

  static void register(MeterRegistry meters, Watch watch) {
    for (Topic topic : Topic.values()) {
      if (topic.queue()) {
        queue(meters, watch, topic);
      }
    }
    Gauge.builder("chiasm.dead.letters.open", watch, w -> w.pulse().openLetters())
        .description("dead letters that nobody has looked after")
        .register(meters);
  }

  private static void queue(MeterRegistry meters, Watch watch, Topic queue) {
    gauge(watch, queue, "chiasm.queue.backlog", TopicHealth::lag)
        .description("tasks not finished, those under way included")
        .register(meters);
    gauge(watch, queue, "chiasm.queue.oldest.age", PipelineMeters::age)
        .description("age of the oldest unfinished task; 0 if there is none")
        .baseUnit("seconds")
        .register(meters);
    gauge(watch, queue, "chiasm.queue.workers", TopicHealth::consumers)
        .description("workers that the broker knows as alive")
        .register(meters);
  }

  private static Long age(TopicHealth health) {
    Long oldest = health.oldestSeconds();
    return oldest == null ? (Long) 0L : oldest;
  }

  private static Gauge.Builder<Watch> gauge(
      Watch watch, Topic queue, String name, Function<TopicHealth, @Nullable Number> number) {
    return Gauge.builder(name, watch, w -> value(w, queue, number)).tag("queue", queue.label());
  }

  private static double value(
      Watch watch, Topic queue, Function<TopicHealth, @Nullable Number> number) {
    return watch.pulse().pipeline().topics().stream()
        .filter(health -> health.topic().equals(queue.label()))
        .findFirst()
        .map(number)
        .map(Number::doubleValue)
        .orElse(Double.NaN);
  }
}
