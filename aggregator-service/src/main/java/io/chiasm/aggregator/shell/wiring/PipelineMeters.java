package io.chiasm.aggregator.shell.wiring;

import io.chiasm.study.health.Onlooker;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.StudyProgress;
import io.chiasm.study.health.TopicHealth;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard's numbers as metrics, for alarms and autoscaling. What is not known is not there:
 * neither an old number nor a zero that somebody would scale down for.
 */
final class PipelineMeters implements Onlooker {
  private static final double MILLIS = 1000;
  private static final Map<String, ToIntFunction<Stage>> TASKS =
      Map.of(
          "open", stage -> stage.total() - stage.done() - stage.failed(),
          "done", Stage::done,
          "failed", Stage::failed);

  private final MultiGauge backlog;
  private final MultiGauge age;
  private final MultiGauge drain;
  private final MultiGauge workers;
  private final MultiGauge letters;
  private final MultiGauge studies;
  private final MultiGauge tasks;
  private final MultiGauge still;

  PipelineMeters(MeterRegistry meters) {
    backlog =
        MultiGauge.builder("chiasm.queue.backlog")
            .description("tasks not finished, those under way and those held back included")
            .register(meters);
    age = seconds(meters, "chiasm.queue.oldest.age", "age of the oldest unfinished task");
    drain =
        seconds(
            meters, "chiasm.queue.drain", "time until nothing waits, at the last minute's pace");
    workers =
        MultiGauge.builder("chiasm.queue.workers")
            .description("workers that the broker knows as alive")
            .register(meters);
    letters =
        MultiGauge.builder("chiasm.dead.letters.open")
            .description("dead letters that nobody has looked after")
            .register(meters);
    studies = MultiGauge.builder("chiasm.studies").description("studies by state").register(meters);
    tasks =
        MultiGauge.builder("chiasm.study.tasks")
            .description("tasks of all studies under way, by stage and state")
            .register(meters);
    still = seconds(meters, "chiasm.study.still", "time since the stillest study under way moved");
  }

  private static MultiGauge seconds(MeterRegistry meters, String name, String description) {
    return MultiGauge.builder(name).baseUnit("seconds").description(description).register(meters);
  }

  @Override
  public void pipeline(Optional<Pipeline> seen) {
    List<TopicHealth> queues =
        seen.stream().flatMap(p -> p.topics().stream()).filter(TopicHealth::queue).toList();
    show(backlog, queues, TopicHealth::lag);
    show(age, queues, PipelineMeters::age);
    show(drain, queues, PipelineMeters::drain);
    show(workers, queues, TopicHealth::consumers);
  }

  private static void show(
      MultiGauge gauge, List<TopicHealth> queues, Function<TopicHealth, @Nullable Number> number) {
    List<Row<?>> rows = new ArrayList<>();
    for (TopicHealth queue : queues) {
      Number value = number.apply(queue);
      if (value != null) {
        rows.add(Row.of(Tags.of("queue", queue.topic()), value));
      }
    }
    gauge.register(rows, true);
  }

  private static @Nullable Number age(TopicHealth health) {
    return isEmpty(health) ? (Number) 0 : health.oldestSeconds();
  }

  private static @Nullable Number drain(TopicHealth health) {
    return isEmpty(health) ? (Number) 0 : health.drainSeconds();
  }

  private static boolean isEmpty(TopicHealth health) {
    Long lag = health.lag();
    return lag != null && lag == 0;
  }

  @Override
  public void studies(Optional<List<StudyProgress>> seen, OptionalLong stillMillis) {
    studies.register(seen.map(PipelineMeters::states).orElse(List.of()), true);
    tasks.register(seen.map(PipelineMeters::tasks).orElse(List.of()), true);
    still.register(
        stillMillis.isPresent()
            ? List.of(Row.of(Tags.empty(), stillMillis.getAsLong() / MILLIS))
            : List.of(),
        true);
  }

  private static List<Row<?>> states(List<StudyProgress> all) {
    List<Row<?>> rows = new ArrayList<>();
    for (StudyState state : StudyState.values()) {
      long count = all.stream().filter(study -> study.state() == state).count();
      rows.add(Row.of(Tags.of("state", state.label()), count));
    }
    return rows;
  }

  private static List<Row<?>> tasks(List<StudyProgress> all) {
    Map<Tags, Integer> sums = new LinkedHashMap<>();
    for (StudyProgress study : all) {
      if (!study.state().ended()) {
        study.stages().forEach(progress -> add(progress.stage(), sums));
      }
    }
    List<Row<?>> rows = new ArrayList<>();
    sums.forEach((tags, count) -> rows.add(Row.of(tags, count)));
    return rows;
  }

  private static void add(Stage stage, Map<Tags, Integer> sums) {
    TASKS.forEach(
        (state, count) ->
            sums.merge(
                Tags.of("stage", stage.name(), "state", state),
                count.applyAsInt(stage),
                Integer::sum));
  }

  @Override
  public void openLetters(OptionalInt seen) {
    letters.register(
        seen.isPresent() ? List.of(Row.of(Tags.empty(), seen.getAsInt())) : List.of(), true);
  }
}
