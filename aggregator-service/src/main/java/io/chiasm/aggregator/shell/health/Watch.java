package io.chiasm.aggregator.shell.health;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.study.health.Hindrances;
import io.chiasm.study.health.Onlooker;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.Pulse;
import io.chiasm.study.health.QueueWaits;
import io.chiasm.study.health.Silence;
import io.chiasm.study.health.Stillness;
import io.chiasm.study.health.StudyHistory;
import io.chiasm.study.health.StudyProgress;
import io.chiasm.study.progress.StudyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at studies, topics and dead letters once per second, for however many look on. A broker
 * that does not answer makes nothing else late: each is looked at by a thread of its own.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration STOP = Duration.ofSeconds(1);

  /** How often the store is asked for a word. */
  private static final Duration QUESTION = Duration.ofSeconds(2);

  private final Studies studies;
  private final PipelineReader reader;
  private final LetterBox letters;
  private final InstantSource clock;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
  private final StudyHistory history = new StudyHistory();
  private final Stillness stillness = new Stillness();
  private final Onlooker onlooker;
  private final Probe store;
  private final QueueWaits waits = new QueueWaits();
  private volatile Optional<Silence> brokerSilence = Optional.empty();
  private volatile Map<String, QueueWaits.Wait> topics = Map.of();
  private volatile Look<List<StudyProgress>> lookAtStudies = new Look<>(List.of(), "");
  private volatile Look<Pipeline> lookAtPipeline = new Look<>(Pipeline.UNKNOWN, "");
  private volatile Look<String> lookAtLetters = new Look<>("", "");

  /**
   * @param askStore a small question to the store; throws why there is no answer
   * @param every how often studies, topics and letters are looked at
   */
  public Watch(
      Studies studies,
      Runnable askStore,
      PipelineReader reader,
      LetterBox letters,
      InstantSource clock,
      Duration every,
      Onlooker onlooker) {
    this.studies = studies;
    this.reader = reader;
    this.letters = letters;
    this.clock = clock;
    this.onlooker = onlooker;
    this.store = new Probe(askStore, QUESTION, clock);
    repeat(every, this::lookAtStudies);
    repeat(every, this::lookAtPipeline);
    repeat(every, this::lookAtLetters);
  }

  private void repeat(Duration every, Runnable look) {
    // Ends with the threads; a failed look is caught.
    ScheduledFuture<?> unused =
        threads.scheduleWithFixedDelay(look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookAtStudies() {
    Optional<String> trouble =
        trouble(
            () -> {
              List<StudyStatus> statuses = studies.list().stream().map(this::told).toList();
              List<StudyProgress> seen = history.add(clock.millis(), statuses);
              lookAtStudies = new Look<>(seen, "");
              onlooker.studies(Optional.of(seen), stillness.add(clock.millis(), seen));
            });
    trouble.ifPresent(
        words -> {
          lookAtStudies = lookAtStudies.failed(words);
          onlooker.studies(Optional.empty(), OptionalLong.empty());
        });
  }

  private void lookAtPipeline() {
    Instant from = clock.instant();
    Optional<String> trouble =
        trouble(
            () -> {
              Pipeline seen = reader.read();
              lookAtPipeline = new Look<>(seen, "");
              topics = waits.add(clock.instant(), seen);
              onlooker.pipeline(Optional.of(seen));
            });
    trouble.ifPresent(
        words -> {
          lookAtPipeline = lookAtPipeline.failed(words);
          onlooker.pipeline(Optional.empty());
        });
    Instant since = brokerSilence.map(Silence::since).orElse(from);
    brokerSilence =
        trouble.map(words -> new Silence(since, words.equals(Answers.SILENT) ? "" : words));
  }

  private void lookAtLetters() {
    Optional<String> trouble = trouble(letters::collect);
    lookAtLetters = new Look<>("", trouble.orElse(""));
    onlooker.openLetters(
        trouble.isPresent() ? OptionalInt.empty() : OptionalInt.of(letters.open()));
  }

  /** A look that fails must not be the last one. */
  private static Optional<String> trouble(Runnable look) {
    try {
      look.run();
      return Optional.empty();
    } catch (TransientException | KafkaException e) {
      LOG.debug("not seen: {}", e.getMessage());
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("bug while watching", e);
      return Optional.of("a bug in the aggregator: " + e + "; its log says where");
    }
  }

  /**
   * The topics as they are now: whoever is given only these figures cannot see that they are old.
   *
   * @throws TransientException if the last look at them failed, or was not yet
   */
  public Pipeline pipeline() {
    Pipeline now = lookAtPipeline.now("the topics");
    if (now.topics().isEmpty()) {
      throw new TransientException("the topics are not known: not read yet", null);
    }
    return now;
  }

  /** The status with what the study waits for, as far as that was seen. */
  public StudyStatus told(StudyStatus status) {
    return new Hindrances(store.silence(), brokerSilence, topics).tell(clock.instant(), status);
  }

  /** Everything as it was seen last. */
  public Pulse pulse() {
    Look<List<StudyProgress>> ofStudies = lookAtStudies;
    Look<Pipeline> ofPipeline = lookAtPipeline;
    List<String> troubles =
        Stream.of(
                store.silence().map(Watch::ofStore).orElse(""),
                ofStudies.trouble(),
                ofPipeline.trouble(),
                lookAtLetters.trouble())
            .filter(words -> !words.isEmpty())
            .distinct()
            .toList();
    return new Pulse(
        clock.millis(),
        ofStudies.seen(),
        ofPipeline.seen(),
        letters.open(),
        letters.changes(),
        troubles);
  }

  private static String ofStore(Silence silence) {
    return silence.reason().isEmpty() ? "the object store does not answer" : silence.reason();
  }

  /** Stops looking before what it looks at is closed. */
  @Override
  public void close() {
    store.close();
    threads.shutdownNow();
    try {
      if (threads.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        reader.close();
        letters.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
