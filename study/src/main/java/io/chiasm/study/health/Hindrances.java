package io.chiasm.study.health;

import io.chiasm.study.health.QueueWaits.Wait;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps studies from moving at the moment, whichever study it is.
 *
 * @param store empty if the object store answers
 * @param broker empty if the broker answers
 * @param topics how long each topic has been as it is, by name; empty before the first reading
 */
public record Hindrances(
    Optional<Silence> store, Optional<Silence> broker, Map<String, Wait> topics) {
  /** Longer than it takes a worker that was just started to join its queue. */
  private static final Duration PASSING = Duration.ofSeconds(10);

  /** After a minute in which nothing was finished; most tasks take less than both together. */
  private static final Duration LONG_TASK = Duration.ofMinutes(4);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Nothing is known. */
  public static final Hindrances NONE =
      new Hindrances(Optional.empty(), Optional.empty(), Map.of());

  public Hindrances {
    topics = Map.copyOf(topics);
  }

  /** The same status with what the study waits for, one sentence each; none if all moves. */
  public StudyStatus tell(Instant now, StudyStatus status) {
    return status.state().ended() ? status : status.with(sentences(now, status));
  }

  private List<String> sentences(Instant now, StudyStatus status) {
    List<String> sentences = new ArrayList<>();
    store.ifPresent(silence -> sentences.add(silent(now, "object store", silence)));
    broker.ifPresent(silence -> sentences.add(silent(now, "broker", silence)));
    if (sentences.isEmpty()) {
      sentences.addAll(status.waiting());
    }
    if (broker.isEmpty() && status.state() == StudyState.RUNNING) {
      workers(now, status, sentences);
    }
    return sentences;
  }

  private static String silent(Instant now, String what, Silence silence) {
    return "the "
        + what
        + " has not answered since "
        + time(now, silence.since())
        + (silence.reason().isEmpty() ? "" : ": " + silence.reason());
  }

  private void workers(Instant now, StudyStatus status, List<String> sentences) {
    Optional<Stage> extraction = open(status, "extraction");
    Optional<Stage> encoding = open(status, "encoding");
    Wait passes = topics.get("extraction-tasks");
    Wait models = topics.get("encoding-tasks");
    if (extraction.isPresent() && passes != null) {
      worker(now, "extractor", passes).ifPresent(sentences::add);
    }
    // Before the first pass is done there is nothing that an encoder could do.
    boolean forEncoders =
        extraction.isEmpty() || extraction.get().done() > 0 || (models != null && busy(models));
    if (encoding.isPresent() && models != null && forEncoders) {
      worker(now, "encoder", models).ifPresent(sentences::add);
    }
  }

  private static boolean busy(Wait queue) {
    return queue.unfinished() > 0;
  }

  private static Optional<Stage> open(StudyStatus status, String name) {
    return status.stages().stream()
        .filter(stage -> stage.name().equals(name) && !stage.ended())
        .findFirst();
  }

  private static Optional<String> worker(Instant now, String worker, Wait queue) {
    Optional<String> nobody =
        queue
            .desertedSince(PASSING)
            .map(since -> "there has been no " + worker + " since " + time(now, since));
    return nobody.or(
        () ->
            queue
                .stillSince(LONG_TASK)
                .map(
                    since ->
                        "no "
                            + worker
                            + " has finished a task since "
                            + time(now, since.minusMillis(Pace.WINDOW_MILLIS))
                            + ", though "
                            + there(queue.topic().consumers())
                            + ": long tasks, or stuck; their logs say which"));
  }

  private static String there(int workers) {
    return workers == 1 ? "one is there" : workers + " are there";
  }

  /** With its day if that is not today. */
  private static String time(Instant now, Instant then) {
    boolean today = then.isAfter(now.minus(12, ChronoUnit.HOURS));
    return (today ? TIME : DAY).format(then);
  }
}
