package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.aggregator.shell.reporting.Reporter;
import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import io.chiasm.study.shell.importing.BuiltInDefaults;
import io.chiasm.study.shell.importing.Importer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All studies: those that run, and those that ended. */
public final class Studies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Studies.class);
  private static final int ID_DIGITS = 8;

  /** Imports and reports hold arrays in memory, so only a few run at a time. */
  private static final int AT_A_TIME = 2;

  /**
   * Objects that all studies together ask for without a word of them; at what S3 servers take for a
   * request this is a third of a dollar an hour.
   */
  private static final int ASKED_PER_SECOND = 200;

  private final StudyObjects objects;
  private final Publisher publisher;
  private final Topics topics;
  private final Telemetry telemetry;
  private final StudyParts parts;
  private final Duration glance;
  private final Duration rescue;
  private final Requests requests = new Requests();
  private final Windows windows;
  private final Allowance allowance = new Allowance(ASKED_PER_SECOND, System.nanoTime());
  private final Starts starts = new Starts();
  private final Map<String, StudyRun> runs = new ConcurrentSkipListMap<>();

  /** What ended before this process began; it stays so unless it is resumed here. */
  private final Map<String, StudyStatus> ended = new ConcurrentHashMap<>();

  private volatile boolean recovered;

  /** Studies of a lost process whose tasks are not known yet. */
  private final Set<StudyRun> unplanned = ConcurrentHashMap.newKeySet();

  private final KnownStudies known;

  private volatile Consumer<String> restarted = id -> {};
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
  private final ScheduledFuture<?> looking;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  public Studies(
      TensorStore store,
      Publisher publisher,
      Topics topics,
      Importer importer,
      Reporter reporter,
      Telemetry telemetry,
      AggregatorConfig.Aggregator config) {
    this.objects = new StudyObjects(store);
    this.known = new KnownStudies(objects::studies);
    this.publisher = publisher;
    this.topics = topics;
    this.telemetry = telemetry;
    this.windows = new Windows(config.window(), runs::values);
    this.parts =
        new StudyParts(
            objects,
            publisher,
            importer,
            reporter,
            telemetry,
            new KeptCosts(store),
            requests,
            windows);
    this.glance = config.glance();
    this.rescue = config.rescue();
    long look = config.look().toMillis();
    this.looking =
        clock.scheduleWithFixedDelay(
            () -> guarded(this::lookAround), look, look, TimeUnit.MILLISECONDS);
  }

  /** Takes up again what a lost process left; may be called again if the store went away in it. */
  public void recover() {
    for (Registration registration : objects.registrations()) {
      if (!runs.containsKey(registration.study())
          && objects.outcome(registration.study()).isEmpty()) {
        recover(registration);
      }
    }
    recovered = true;
  }

  /** One study whose files are gone keeps no other from being taken up. */
  private void recover(Registration registration) {
    String id = registration.study();
    try (WorkScope scope = scope("recover", id)) {
      LOG.info("recover study={}", id);
      unplanned.add(begin(id, BuiltInDefaults.fill(parse(registration))));
    } catch (InputException e) {
      LOG.warn("study={} cannot be taken up again: {}", id, e.getMessage());
      String reason = String.valueOf(e.getMessage());
      objects.end(id, new Outcome(StudyState.FAILED, List.of(reason), List.of()));
    }
  }

  /**
   * Submits a study file. A study that is known is resumed: what was computed is reused.
   *
   * @param yaml the file's text
   * @param source its name, for errors
   * @param base folder that its relative paths start from
   * @return the study's id
   * @param submitter who becomes its owner, unless it is known
   * @throws InputException if the file is wrong
   */
  public String submit(String yaml, String source, Path base, Submitter submitter) {
    Study study = BuiltInDefaults.fill(StudyFile.parse(yaml, source, base, submitter.files()));
    String canonical = StudyFile.write(study);
    String hash = ContentHash.of("study", 1).field("file", canonical).hex();
    String id = study.name() + "-" + hash.substring(0, ID_DIGITS);
    try (WorkScope scope = scope("submit", id);
        Starts.Start registering = starts.begin("study " + id)) {
      objects.register(new Registration(id, canonical), submitter.name());
      restart(id, study);
    }
    return id;
  }

  /** All that a study does from here on is one trace, from what this thread is at work on. */
  private WorkScope scope(String name, String id) {
    return WorkScope.open(telemetry.tracing(), Work.ofStudy(id, name, Optional.empty()));
  }

  /**
   * Forgets a study: what it was, how it ended, its results. What other studies may share stays.
   *
   * @throws InputException if it has not ended
   * @throws UnknownException if there is no such study
   */
  public synchronized void delete(String id) {
    StudyRun run = runs.get(id);
    if (run != null && !run.ended()) {
      throw new InputException(
          String.format(
              "study %s is %s: cancel it first ('chiasm cancel %1$s'), then it can be deleted",
              id, run.status().state().label()));
    }
    if (run != null && !run.still()) {
      throw new InputException("study " + id + " is just stopping: delete it in a moment");
    }
    // A deletion that was interrupted can be finished.
    if (objects.registration(id).isEmpty()
        && (ObjectKey.parse(id).isEmpty() || objects.rests(id).isEmpty())) {
      throw unknown(id);
    }
    starts.apart(() -> objects.delete(id));
    runs.remove(id);
    ended.remove(id);
    LOG.info("deleted study={}", id);
  }

  /**
   * Goes on with a study that failed or was cancelled, or did not end.
   *
   * @throws UnknownException if there is no such study
   */
  public void resume(String id) {
    Registration registration = registration(id);
    try (WorkScope scope = scope("resume", id)) {
      restart(id, BuiltInDefaults.fill(parse(registration)));
    }
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

  /** Every study known, by id; those known so far while the store does not answer. */
  public List<StudyStatus> list() {
    Set<String> ids = new TreeSet<>(known.ids());
    ids.addAll(runs.keySet());
    return ids.stream()
        .flatMap(id -> (known.silent() ? remembered(id) : look(id)).stream())
        .toList();
  }

  /**
   * One study.
   *
   * @throws UnknownException if there is no such study
   * @throws TransientException if only the store could say, and does not answer
   */
  public StudyStatus status(String id) {
    if (known.silent()) {
      return remembered(id)
          .orElseThrow(
              () -> new TransientException("study " + id + ": the object store is away", null));
    }
    return look(id).orElseThrow(() -> unknown(id));
  }

  /** Whether there is such a study. */
  public boolean knows(String id) {
    return objects.registration(id).isPresent();
  }

  /** Who submitted a study first, if that is on record. */
  public Optional<String> owner(String id) {
    return objects.owner(id);
  }

  /** A study that runs and has a plan; empty for any other. */
  public Optional<Unfinished> unfinished(String id) {
    return Optional.ofNullable(runs.get(id)).flatMap(StudyRun::underway).map(Underway::unfinished);
  }

  private Optional<StudyStatus> look(String id) {
    return remembered(id).or(() -> read(id));
  }

  /** As this process knows it. */
  private Optional<StudyStatus> remembered(String id) {
    StudyRun run = runs.get(id);
    return run == null ? Optional.ofNullable(ended.get(id)) : Optional.of(run.status());
  }

  private Optional<StudyStatus> read(String id) {
    Optional<StudyStatus> read = objects.registration(id).flatMap(this::readEnded);
    read.ifPresent(status -> ended.put(id, status));
    if (read.isPresent() && objects.registration(id).isEmpty()) {
      // Deleted in this moment.
      ended.remove(id);
      return Optional.empty();
    }
    return read;
  }

  private Optional<StudyStatus> readEnded(Registration registration) {
    String id = registration.study();
    // Not from its file, which names data that may be gone by now.
    String name = id.substring(0, id.length() - ID_DIGITS - 1);
    return objects
        .outcome(id)
        .map(o -> new StudyStatus(id, name, o.state(), List.of(), o.reasons(), o.warnings()));
  }

  /** What keeps the start of studies apart from the deletion of objects. */
  public Starts starts() {
    return starts;
  }

  /** Calls {@code listener} with the id of each study that is begun again from now on. */
  public void onRestart(Consumer<String> listener) {
    restarted = listener;
  }

  /**
   * Tries a failed task again: alone while its study runs; with all else that is missing if its
   * study ended.
   *
   * @param task as it was sent
   * @param failure id that its failure has on record
   * @throws InputException if its study was cancelled or is just ending
   */
  public void retry(Message task, String failure) {
    Optional<StudyStatus> status = look(task.study());
    if (status.isEmpty() && objects.isCancelled(task.study())) {
      throw unknown(task.study());
    }
    StudyState state = status.map(StudyStatus::state).orElse(StudyState.RUNNING);
    switch (state) {
      case CANCELLED ->
          throw new InputException(
              "study " + task.study() + " was cancelled: resume it, then its task can be replayed");
      case REPORTING ->
          throw new InputException(
              "study " + task.study() + " is being reported: replay the task when it has ended");
      case COMPLETED, FAILED -> resume(task.study());
      case IMPORTING, RUNNING -> {
        status.ifPresent(known -> forget(known.study(), failure));
        publisher.publish(again(task));
        touch(task.study());
      }
    }
  }

  private void forget(String id, String failure) {
    objects.forgetFailure(id, failure);
    StudyRun run = runs.get(id);
    if (run != null) {
      run.failures().forget();
    }
  }

  /** A layer given up on is taken up again only when asked for, not by another block's news. */
  private static Message again(Message task) {
    return task instanceof ActivationsStored stored
        ? new ActivationsStored(stored.study(), stored.id(), stored.fanIn(), null)
        : task;
  }

  /** Something of this study changed. */
  public void touch(String id) {
    StudyRun run = runs.get(id);
    if (run != null) {
      run.touch();
    }
  }

  /** A worker says that something is there. */
  public void hear(Message word) {
    StudyRun run = runs.get(word.study());
    if (run != null) {
      run.hear(word);
    }
  }

  /**
   * Tasks that wait here, not in a queue yet, by queue; empty as long as those of a study that a
   * lost process left are not known.
   */
  public Optional<Map<Topic, Long>> held() {
    unplanned.removeIf(run -> run.underway().isPresent() || run.ended());
    return recovered && unplanned.isEmpty() ? Optional.of(windows.held()) : Optional.empty();
  }

  /** A task of this study was worked on. */
  public void took(String id, Stage stage, Effort effort) {
    StudyRun run = runs.get(id);
    if (run != null) {
      run.took(stage, effort);
    }
  }

  /** A task of this study failed. */
  public void touchFailed(String id) {
    StudyRun run = runs.get(id);
    if (run != null) {
      run.failures().touch();
      run.touch();
    }
  }

  private synchronized void restart(String id, Study study) {
    StudyRun running = runs.get(id);
    if (running == null || running.ended()) {
      objects.reopen(id);
      ended.remove(id);
      begin(id, study);
      restarted.accept(id);
    }
  }

  private StudyRun begin(String id, Study study) {
    StudyRun run = new StudyRun(id, study, parts, starts.begin("study " + id));
    runs.put(id, run);
    workers.execute(run::begin);
    return run;
  }

  private void lookAround() {
    runs.values().stream()
        .filter(run -> run.due(glance))
        .sorted(Comparator.comparingLong(StudyRun::lastAsked))
        .forEach(run -> guarded(() -> look(run)));
    runs.values().forEach(run -> guarded(() -> run.rescue(rescue, this::queuesEmpty)));
    windows.fill();
  }

  private void look(StudyRun run) {
    if (run.look(glance, allowance)) {
      run.reportBy(workers);
    }
  }

  /** A study that cannot be looked after must not keep others from it. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (TransientException e) {
      LOG.warn("waiting: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("bug while looking after a study", e);
    }
  }

  private boolean queuesEmpty() {
    return topics.backlog().values().stream().allMatch(n -> n == 0);
  }

  private Registration registration(String id) {
    return objects.registration(id).orElseThrow(() -> unknown(id));
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
    requests.close();
    known.close();
    workers.shutdownNow();
  }
}
