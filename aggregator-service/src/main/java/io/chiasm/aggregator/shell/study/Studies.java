package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.Study;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All studies: those that run, and those that ended. */
public final class Studies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Studies.class);
  private static final int ID_DIGITS = 8;

  /** Imports and reports hold arrays in memory, so only a few run at a time. */
  private static final int AT_A_TIME = 2;

  private final StudyObjects objects;
  private final Publisher publisher;
  private final Topics topics;
  private final Importer importer;
  private final Reporter reporter;
  private final Duration glance;
  private final Duration rescue;
  private final Map<String, StudyRun> runs = new ConcurrentSkipListMap<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
  private final ScheduledFuture<?> looking;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  public Studies(
      TensorStore store,
      Publisher publisher,
      Topics topics,
      Importer importer,
      Reporter reporter,
      AggregatorConfig.Aggregator config) {
    this.objects = new StudyObjects(store);
    this.publisher = publisher;
    this.topics = topics;
    this.importer = importer;
    this.reporter = reporter;
    this.glance = config.glance();
    this.rescue = config.rescue();
    long look = config.look().toMillis();
    this.looking =
        clock.scheduleWithFixedDelay(this::lookAround, look, look, TimeUnit.MILLISECONDS);
  }

  /** Takes up again what a lost process left. */
  public void recover() {
    for (Registration registration : objects.registrations()) {
      if (objects.outcome(registration.study()).isEmpty()) {
        LOG.info("recover study={}", registration.study());
        begin(registration.study(), parse(registration));
      }
    }
  }

  /**
   * Submits a study file. A study that is known is resumed: what was computed is reused.
   *
   * @param yaml the file's text
   * @param source its name, for errors
   * @param base folder that its relative paths start from
   * @return the study's id
   * @throws InputException if the file is wrong
   */
  public String submit(String yaml, String source, Path base) {
    Study study = StudyFile.parse(yaml, source, base);
    String canonical = StudyFile.write(study);
    String hash = ContentHash.of("study", 1).field("file", canonical).hex();
    String id = study.name() + "-" + hash.substring(0, ID_DIGITS);
    objects.register(new Registration(id, canonical));
    restart(id, study);
    return id;
  }

  /**
   * Goes on with a study that failed or was cancelled, or did not end.
   *
   * @throws UnknownException if there is no such study
   */
  public void resume(String id) {
    restart(id, parse(registration(id)));
  }

  /**
   * Stops a study; tasks not yet begun are skipped.
   *
   * @throws UnknownException if there is no such study
   */
  public void cancel(String id) {
    StudyRun run = runs.get(id);
    if (run != null) {
      run.cancel();
    } else {
      registration(id);
      objects.cancel(id);
    }
  }

  /** Every study known, by id. */
  public List<StudyStatus> list() {
    return objects.registrations().stream().map(r -> status(r.study())).toList();
  }

  /**
   * One study.
   *
   * @throws UnknownException if there is no such study
   */
  public StudyStatus status(String id) {
    StudyRun run = runs.get(id);
    if (run != null) {
      return run.status();
    }
    Study study = parse(registration(id));
    Outcome outcome = objects.outcome(id).orElseThrow(() -> unknown(id));
    return new StudyStatus(
        id, study.name(), outcome.state(), List.of(), outcome.reasons(), outcome.warnings());
  }

  /** Something of this study changed. */
  public void touch(String id) {
    StudyRun run = runs.get(id);
    if (run != null) {
      run.touch();
    }
  }

  private synchronized void restart(String id, Study study) {
    StudyRun running = runs.get(id);
    if (running == null || running.ended()) {
      objects.reopen(id);
      begin(id, study);
    }
  }

  private void begin(String id, Study study) {
    StudyRun run = new StudyRun(id, study, objects, publisher, importer, reporter);
    runs.put(id, run);
    workers.execute(run::begin);
  }

  private void lookAround() {
    for (StudyRun run : runs.values()) {
      try {
        if (run.look(glance)) {
          run.reportBy(workers);
        }
        run.rescue(rescue, this::queuesEmpty);
      } catch (TransientException e) {
        LOG.warn("waiting: {}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("bug while looking after a study", e);
      }
    }
  }

  private boolean queuesEmpty() {
    return topics.backlog().values().stream().allMatch(n -> n == 0);
  }

  private Registration registration(String id) {
    Optional<Registration> known =
        objects.registrations().stream().filter(r -> r.study().equals(id)).findFirst();
    return known.orElseThrow(() -> unknown(id));
  }

  private static Study parse(Registration registration) {
    return StudyFile.parse(registration.yaml(), registration.study(), Path.of("/"));
  }

  private static UnknownException unknown(String id) {
    return new UnknownException("no study '" + id + "'; 'chiasm status' lists those known");
  }

  @Override
  public void close() {
    looking.cancel(false);
    clock.shutdownNow();
    workers.shutdownNow();
  }
}
