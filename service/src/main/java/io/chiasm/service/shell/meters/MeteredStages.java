package io.chiasm.service.shell.meters;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** The stages that this service works on; each meter is there from the start, at zero. */
public final class MeteredStages implements WorkMeters {
  private final MeterRegistry registry;

  /**
   * @param stages whose work is done here
   * @param planned whose tasks are planned here
   * @param origins of tasks that are given up here
   */
  public MeteredStages(
      MeterRegistry registry, Set<Stage> stages, Set<Stage> planned, Set<Topic> origins) {
    this.registry = registry;
    stages.forEach(this::duration);
    planned.forEach(
        stage -> {
          hits(stage);
          misses(stage);
        });
    origins.forEach(this::deadLetters);
  }

  @Override
  public void done(Stage stage, Duration took) {
    duration(stage).record(took);
  }

  @Override
  public void duplicate(Stage stage) {
    duplicates(registry, stage).increment();
  }

  @Override
  public void planned(Stage stage, int found, int missing) {
    hits(stage).increment(found);
    misses(stage).increment(missing);
  }

  @Override
  public void deadLetter(Topic origin) {
    deadLetters(origin).increment();
  }

  private Timer duration(Stage stage) {
    return Buckets.WORK
        .timer("chiasm.task.duration")
        .description("time that work took, of the try that succeeded")
        .tag("stage", stage.label())
        .register(registry);
  }

  private Counter hits(Stage stage) {
    return Counter.builder("chiasm.cache.hits")
        .description("tasks of a planned study whose results were there already")
        .tag("stage", stage.label())
        .register(registry);
  }

  private Counter misses(Stage stage) {
    return Counter.builder("chiasm.cache.misses")
        .description("tasks of a planned study that are to be computed")
        .tag("stage", stage.label())
        .register(registry);
  }

  private Counter deadLetters(Topic origin) {
    return Counter.builder("chiasm.dead.letters")
        .description("tasks given up by this process, by the topic that they came from")
        .tag("topic", origin.label())
        .register(registry);
  }

  static Counter duplicates(MeterRegistry registry, Stage stage) {
    return Counter.builder("chiasm.duplicates.discarded")
        .description("tasks taken whose results were there already")
        .tag("stage", stage.label())
        .register(registry);
  }
}
