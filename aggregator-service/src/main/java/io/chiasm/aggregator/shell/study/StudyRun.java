package io.chiasm.aggregator.shell.study;

import static io.chiasm.contracts.telemetry.Stage.ENCODING;
import static io.chiasm.contracts.telemetry.Stage.EXTRACTION;
import static io.chiasm.contracts.telemetry.Stage.IMPORT;
import static io.chiasm.contracts.telemetry.Stage.REPORT;

import io.chiasm.aggregator.shell.study.Life.Importing;
import io.chiasm.aggregator.shell.study.Life.Reporting;
import io.chiasm.aggregator.shell.study.Life.Running;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.study.estimate.Stopwatch;
import io.chiasm.study.keeping.References;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import io.chiasm.study.shell.importing.Imported;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One study from its beginning to its end in this process: takes it through its {@link Life}, does
 * what each phase asks for, and says so to whoever listens. A new process continues where a lost
 * one stopped.
 */
final class StudyRun {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);

  /** A study ends a moment before its threads do. */
  private static final Duration LAST_DEEDS = Duration.ofSeconds(2);

  private final String id;
  private final Study study;
  private final StudyParts parts;
  private final Starts.Start start;
  private final Life life = new Life();
  private final RunStatus status;
  private final Failures failures;
  private final Heard heard = new Heard();
  private final Stopwatch stopwatch = new Stopwatch();
  private final ReentrantLock working = new ReentrantLock();

  /** What began it, which its work and its report belong to. */
  private final Optional<TraceParent> cause;

  /** What was missing when it was to be reported. */
  private final Set<ObjectKey> gone = new HashSet<>();

  StudyRun(String id, Study study, StudyParts parts, Starts.Start start) {
    this.id = id;
    this.study = study;
    this.parts = parts;
    this.start = start;
    this.cause = parts.telemetry().tracing().current();
    this.failures = new Failures(parts.objects(), id);
    this.status = new RunStatus(id, study.name());
  }

  StudyStatus status() {
    return status.get();
  }

  boolean ended() {
    return life.phase() instanceof Life.Ended;
  }

  /** Whether no thread is at it any more; waits for a moment, since a study ends before they do. */
  boolean still() {
    try {
      if (working.tryLock(LAST_DEEDS.toMillis(), TimeUnit.MILLISECONDS)) {
        working.unlock();
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** The study as it is followed; empty before it is planned and after it ended. */
  Optional<Underway> underway() {
    return life.phase().underway();
  }

  /** Something of this study changed: the next look is not far. */
  void touch() {
    heard.touch();
  }

  /** Something is said to be there: the next look asks for it. */
  void hear(Message word) {
    if (!ended()) {
      heard.add(word);
    }
  }

  /** A task of it was worked on. */
  void took(Stage stage, Effort effort) {
    stopwatch.add(stage, effort);
  }

  /** The study's failures, which are looked at less often than its results. */
  Failures failures() {
    return failures;
  }

  /** Stops it, as soon as the store knows, which keeps workers from its tasks. */
  void cancel() {
    parts.objects().cancel(id);
    end(new Outcome(StudyState.CANCELLED, List.of(), List.of()));
  }

  /** Imports and sends; afterwards {@link #look} follows the work. */
  void begin() {
    guarded("prepare", this::prepare);
  }

  private Optional<Outcome> prepare() {
    if (life.phase() instanceof Importing) {
      Imported brought = bringIn();
      if (!ended()) {
        try (WorkScope scope = scope("plan", Optional.empty())) {
          plan(brought);
        }
      }
    }
    if (life.phase() instanceof Running) {
      announce(StudyState.RUNNING);
    }
    return Optional.empty();
  }

  private Imported bringIn() {
    long from = System.nanoTime();
    try (WorkScope scope = scope("import", Optional.empty())) {
      Imported brought = parts.importer().bringIn(study, status::importing);
      status.meet("");
      done(IMPORT, from);
      return brought;
    }
  }

  private void plan(Imported brought) {
    Plan planned = Planner.plan(id, study, brought.material());
    // From here on what it refers to is on record, so it may rely on what it finds.
    parts.objects().putReferences(id, References.of(planned, brought.material()));
    start.close();
    parts.objects().putFanIns(planned, parts.requests());
    Underway begun = new Underway(id, study, planned, brought, parts, failures, heard, cause);
    if (ended()) {
      return;
    }
    begun.begin();
    status.planned(planned, begun.begun());
    if (life.planned(begun)) {
      count(begun);
      parts.windows().fill();
      // Last, so that whoever sees it run finds its first tasks in the queues.
      status.changeTo(StudyState.RUNNING);
    }
  }

  private void count(Underway begun) {
    int extracted = begun.begun().extracted();
    int encoded = begun.begun().encoded();
    if (extracted + encoded > 0) {
      // Photographs were there already, too.
      stopwatch.forget(IMPORT);
    }
    int passes = begun.plan().extraction().size() - extracted;
    int models = (int) begun.plan().encoding().count() - encoded;
    parts.telemetry().meters().planned(EXTRACTION, extracted, passes);
    parts.telemetry().meters().planned(ENCODING, encoded, models);
  }

  private void done(Stage stage, long from) {
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    parts.telemetry().meters().done(stage, took);
    stopwatch.add(stage, new Effort(Machine.kind(), took.toNanos() / 1e9));
  }

  private WorkScope scope(String name, Optional<TraceParent> parent) {
    return WorkScope.open(parts.telemetry().tracing(), Work.ofStudy(id, name, parent));
  }

  /** Whether it is time to {@linkplain Underway#look look}. */
  boolean due(Duration glance) {
    return life.phase() instanceof Running running && running.study().due(glance);
  }

  /** When it last asked in a round; who waits longest goes first. */
  long lastAsked() {
    return underway().map(Underway::lastAsked).orElse(0L);
  }

  /**
   * Looks how far it is.
   *
   * @return whether the study is ready to be reported
   */
  boolean look(Duration glance, Allowance allowed) {
    return life.phase() instanceof Running running && running.study().look(glance, allowed, status);
  }

  /** Sends what is missing once more if nothing moved for long and no queue holds any task. */
  void rescue(Duration stillness, BooleanSupplier queuesEmpty) {
    if (life.phase() instanceof Running running
        && running.study().still(stillness)
        && queuesEmpty.getAsBoolean()) {
      try (WorkScope scope = scope("rescue", cause)) {
        LOG.warn("rescue study={}: still, and no queue holds a task; sending again", id);
        running.study().beginAgain();
      }
    }
  }

  /** Writes the results and ends the study, on a thread of {@code workers}. */
  void reportBy(Executor workers) {
    if (life.whole()) {
      status.changeTo(StudyState.REPORTING);
      workers.execute(() -> guarded("report", this::report));
    }
  }

  private Optional<Outcome> report() {
    if (life.phase() instanceof Reporting reporting) {
      announce(StudyState.REPORTING);
      try {
        return Optional.of(report(reporting.study()));
      } catch (MissingObjectException e) {
        runAgain(reporting.study(), e);
      }
    }
    return Optional.empty();
  }

  private Outcome report(Underway reported) {
    long from = System.nanoTime();
    // Where every result is there, a failure was a duplicate's, and nothing is lost by it.
    Map<String, FailureDocument> lost = reported.whole() ? Map.of() : parts.objects().failures(id);
    List<FailedTask> failed =
        lost.values().stream().map(f -> new FailedTask(f.topic(), f.reason())).toList();
    List<String> warnings =
        parts.reporter().report(reported.unfinished(), failed, status::reporting);
    done(REPORT, from);
    if (!failed.isEmpty()) {
      return new Outcome(StudyState.FAILED, Failures.reasons(lost), warnings);
    }
    parts.costs().learn(id, reported.unfinished(), stopwatch);
    return new Outcome(StudyState.COMPLETED, List.of(), warnings);
  }

  /** Somebody deleted what was seen: computed once more, unless it stays away after that. */
  private void runAgain(Underway reported, MissingObjectException e) {
    if (gone.contains(e.key())) {
      throw e;
    }
    LOG.warn("study={}: {} any more; looking for everything again", id, e.getMessage());
    reported.beginAgain();
    announce(StudyState.RUNNING);
    gone.add(e.key());
    if (life.wanting()) {
      status.changeTo(StudyState.RUNNING);
    }
  }

  private void announce(StudyState state) {
    parts.publisher().publish(new StudyChanged(id, id + "/" + state.label(), state.label()));
  }

  private synchronized void end(Outcome outcome) {
    if (!ended()) {
      parts.objects().end(id, outcome);
      // Last, so that an end which the broker did not take is tried again.
      announce(outcome.state());
      status.end(outcome);
      life.end();
      heard.clear();
      LOG.info("ended study={} state={}", id, outcome.state().label());
    }
  }

  /**
   * A study always ends: whatever goes wrong for good is its outcome. Only a process that stops
   * leaves one open, for the next to go on with.
   *
   * @param work returns how it ended, or nothing if it goes on
   */
  private void guarded(String name, Supplier<Optional<Outcome>> work) {
    working.lock();
    try (WorkScope scope = scope(name, cause)) {
      outcome(work, scope)
          .flatMap(outcome -> untilDone(() -> end(outcome)))
          .ifPresent(reason -> LOG.error("study={} cannot be ended: {}", id, reason));
    } finally {
      working.unlock();
    }
  }

  private Optional<Outcome> outcome(Supplier<Optional<Outcome>> work, WorkScope scope) {
    AtomicReference<Optional<Outcome>> came = new AtomicReference<>(Optional.empty());
    try {
      return untilDone(() -> came.set(work.get()))
          .map(reason -> failed(reason, scope))
          .or(came::get);
    } finally {
      // Whatever came of it, it relies on nothing any more that is not on record.
      start.close();
    }
  }

  private static Outcome failed(String reason, WorkScope scope) {
    scope.failed(reason);
    return new Outcome(StudyState.FAILED, List.of(reason), List.of());
  }

  private Optional<String> untilDone(Runnable work) {
    return new UntilDone(id, this::ended, status::meet).run(work);
  }
}
