package io.chiasm.aggregator.shell.study;

import static io.chiasm.contracts.telemetry.Stage.ENCODING;
import static io.chiasm.contracts.telemetry.Stage.EXTRACTION;
import static io.chiasm.contracts.telemetry.Stage.IMPORT;
import static io.chiasm.contracts.telemetry.Stage.REPORT;

import io.chiasm.aggregator.estimate.Stopwatch;
import io.chiasm.aggregator.keeping.References;
import io.chiasm.aggregator.plan.Missing;
import io.chiasm.aggregator.plan.Plan;
import io.chiasm.aggregator.plan.Planner;
import io.chiasm.aggregator.progress.Progress;
import io.chiasm.aggregator.progress.Stage;
import io.chiasm.aggregator.progress.StudyState;
import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.aggregator.report.FailedTask;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One study under way: imports, sends what is missing, compares plan and store until nothing is
 * left to wait for, reports. Everything it knows can be derived again from the store, so a new
 * process continues where a lost one stopped.
 */
final class StudyRun {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);

  /** A store or broker that is away comes back in seconds to minutes; asking costs little. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String id;
  private final Study study;
  private final StudyObjects objects;
  private final Publisher publisher;
  private final Importer importer;
  private final Reporter reporter;
  private final Telemetry telemetry;
  private final KeptCosts costs;
  private final Stopwatch stopwatch = new Stopwatch();
  private final Starts.Start start;
  private final ReentrantLock working = new ReentrantLock();

  /** What began it, which its work and its report belong to. */
  private final Optional<TraceParent> cause;

  private final Failures failures;

  private volatile boolean news = true;
  private volatile boolean cancelled;
  private volatile StudyStatus status;

  /** What its own work met last and tries again; empty while it goes on. */
  private volatile String obstacle = "";

  /** Written after what was imported, so whoever sees it sees that too. */
  private volatile @Nullable Plan plan;

  private @Nullable Imported imported;
  private volatile Set<ObjectKey> fitted = Set.of();
  private @Nullable Progress first;
  private @Nullable Progress last;
  private Stage photographs = new Stage("import", "photographs", 0, 0, 0, 0);
  private long lastLook;
  private long lastChange = System.nanoTime();

  StudyRun(String id, Study study, StudyParts parts, Starts.Start start) {
    this.id = id;
    this.study = study;
    this.objects = parts.objects();
    this.publisher = parts.publisher();
    this.importer = parts.importer();
    this.reporter = parts.reporter();
    this.telemetry = parts.telemetry();
    this.costs = parts.costs();
    this.start = start;
    this.cause = telemetry.tracing().current();
    this.failures = new Failures(objects, id);
    this.status = status(StudyState.IMPORTING, List.of(), List.of());
  }

  StudyStatus status() {
    return status;
  }

  boolean ended() {
    return status.state().ended();
  }

  /** Whether no thread is at it any more; waits for a moment, since a study ends before they do. */
  boolean still() {
    try {
      if (working.tryLock(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        working.unlock();
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** The study as far as it is; empty before it is planned and after it ended. */
  Optional<Unfinished> unfinished() {
    Plan planned = plan;
    Imported brought = imported;
    return planned == null || brought == null || ended()
        ? Optional.empty()
        : Optional.of(new Unfinished(study, planned, brought, fitted));
  }

  /** Something of this study changed: the next look is not far. */
  void touch() {
    news = true;
  }

  /** A task of it was worked on. */
  void took(io.chiasm.contracts.telemetry.Stage stage, Effort effort) {
    stopwatch.add(stage, effort);
  }

  /** The study's failures, which are looked at less often than its results. */
  Failures failures() {
    return failures;
  }

  void cancel() {
    cancelled = true;
    objects.cancel(id);
    end(new Outcome(StudyState.CANCELLED, List.of(), List.of()));
  }

  /** Imports and sends; afterwards {@link #look} follows the work. */
  void begin() {
    try {
      guarded("prepare", this::importAndSend);
    } finally {
      start.close();
    }
  }

  private void importAndSend() {
    Imported brought = bringIn();
    if (cancelled) {
      return;
    }
    try (WorkScope scope = scope("plan", Optional.empty())) {
      plan(brought);
    }
  }

  private Imported bringIn() {
    long from = System.nanoTime();
    try (WorkScope scope = scope("import", Optional.empty())) {
      Imported brought = importer.bringIn(study, this::importing);
      meet("");
      done(IMPORT, from);
      return brought;
    }
  }

  private void plan(Imported brought) {
    Plan planned = Planner.plan(id, study, brought.material());
    // From here on what it refers to is on record, so it may rely on what it finds.
    objects.putReferences(id, References.of(planned, brought.material()));
    start.close();
    objects.putFanIns(planned);
    imported = brought;
    Listing existing = objects.listing();
    fitted = fitted(planned, existing);
    Progress begun = Progress.of(planned, existing::exists, Set.of());
    first = begun;
    last = begun;
    plan = planned;
    if (!cancelled) {
      send(planned, existing);
      count(begun, planned);
    }
    changeTo(StudyState.RUNNING);
  }

  private void count(Progress begun, Plan planned) {
    int passes = planned.extraction().size() - begun.extracted();
    int models = (int) planned.encoding().count() - begun.encoded();
    if (begun.extracted() + begun.encoded() > 0) {
      // Photographs were there already, too.
      stopwatch.forget(IMPORT);
    }
    telemetry.meters().planned(EXTRACTION, begun.extracted(), passes);
    telemetry.meters().planned(ENCODING, begun.encoded(), models);
  }

  private void done(io.chiasm.contracts.telemetry.Stage stage, long from) {
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    telemetry.meters().done(stage, took);
    stopwatch.add(stage, new Effort(Machine.kind(), took.toNanos() / 1e9));
  }

  private WorkScope scope(String name, Optional<TraceParent> parent) {
    return WorkScope.open(telemetry.tracing(), Work.ofStudy(id, name, parent));
  }

  /**
   * Whether it is time to look: there is news, or the last look is {@code glance} ago. Asked before
   * the store is listed, so that news of what the listing lacks leads to another look.
   */
  boolean due(Duration glance) {
    long now = System.nanoTime();
    if (plan == null
        || status.state() != StudyState.RUNNING
        || (!news && now - lastLook < glance.toNanos())) {
      return false;
    }
    news = false;
    lastLook = now;
    return true;
  }

  /**
   * Compares plan and store.
   *
   * @param existing the store as it is or will be
   * @return whether the study is ready to be reported
   */
  boolean look(Duration glance, Listing existing) {
    Plan planned = plan;
    if (planned == null || status.state() != StudyState.RUNNING) {
      return false;
    }
    Map<String, FailureDocument> known = failures.look(glance);
    Progress progress = Progress.of(planned, existing::exists, known.keySet());
    if (!progress.equals(last)) {
      lastChange = System.nanoTime();
      last = progress;
      fitted = fitted(planned, existing);
      show(status(StudyState.RUNNING, reasons(known), List.of()));
    }
    return progress.ended(planned);
  }

  private static Set<ObjectKey> fitted(Plan plan, Listing existing) {
    return plan.encoding()
        .map(EncodingTask::result)
        .filter(existing::exists)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Sends what is missing once more if nothing moved for long and no queue holds any task. */
  void rescue(Duration stillness, BooleanSupplier queuesEmpty) {
    Plan planned = plan;
    if (planned == null
        || status.state() != StudyState.RUNNING
        || System.nanoTime() - lastChange < stillness.toNanos()
        || !queuesEmpty.getAsBoolean()) {
      return;
    }
    try (WorkScope scope = scope("rescue", cause)) {
      LOG.warn("rescue study={}: still, and no queue holds a task; sending again", id);
      lastChange = System.nanoTime();
      send(planned, objects.listing());
    }
  }

  /** Writes the results and ends the study, on a thread of {@code workers}. */
  void reportBy(Executor workers) {
    changeTo(StudyState.REPORTING);
    workers.execute(this::report);
  }

  private void report() {
    guarded(
        "report",
        () -> {
          long from = System.nanoTime();
          Plan planned = Objects.requireNonNull(plan);
          Imported brought = Objects.requireNonNull(imported);
          Map<String, FailureDocument> lost = objects.failures(id);
          List<FailedTask> missing =
              lost.values().stream().map(f -> new FailedTask(f.topic(), f.reason())).toList();
          List<String> warnings = reporter.report(study, planned, brought, missing);
          StudyState state = missing.isEmpty() ? StudyState.COMPLETED : StudyState.FAILED;
          done(REPORT, from);
          if (state == StudyState.COMPLETED) {
            costs.learn(id, planned, brought, stopwatch);
          }
          end(new Outcome(state, reasons(lost), warnings));
        });
  }

  private void send(Plan planned, Listing existing) {
    Missing missing = Missing.of(planned, existing::exists);
    List<Message> messages = new ArrayList<>(missing.extraction());
    messages.addAll(missing.encoding());
    missing
        .ready()
        .forEach(
            (key, fanIn) ->
                messages.add(
                    new ActivationsStored(
                        id, ObjectLayout.stem(fanIn.gram().result()), key, null)));
    publisher.publish(messages);
  }

  private void importing(int done, int total) {
    photographs = new Stage("import", "photographs", done, 0, 0, total);
    obstacle = "";
    show(status(StudyState.IMPORTING, List.of(), List.of()));
  }

  /** What a study ended as stays, whatever its threads still have to say. */
  private synchronized void show(StudyStatus next) {
    if (!ended()) {
      status = next;
    }
  }

  private void changeTo(StudyState state) {
    if (!cancelled) {
      show(status(state, status.reasons(), status.warnings()));
      publisher.publish(new StudyChanged(id, id + "/" + state.label(), state.label()));
    }
  }

  private synchronized void end(Outcome outcome) {
    if (!ended()) {
      objects.end(id, outcome);
      // Last, so that an end which the broker did not take is tried again.
      publisher.publish(
          new StudyChanged(id, id + "/" + outcome.state().label(), outcome.state().label()));
      status = status(outcome.state(), outcome.reasons(), outcome.warnings());
      LOG.info("ended study={} state={}", id, outcome.state().label());
    }
  }

  /**
   * A study always ends: whatever goes wrong for good is its outcome. Only a process that stops
   * leaves one open, for the next to go on with.
   */
  private void guarded(String name, Runnable work) {
    working.lock();
    try (WorkScope scope = scope(name, cause)) {
      guarded(work, scope);
    } finally {
      working.unlock();
    }
  }

  private void guarded(Runnable work, WorkScope scope) {
    while (!cancelled && !Thread.currentThread().isInterrupted()) {
      try {
        work.run();
        meet("");
        return;
      } catch (TransientException e) {
        LOG.warn("waiting study={}: {}", id, e.getMessage());
        meet(String.valueOf(e.getMessage()));
        pause();
      } catch (InputException e) {
        fail(String.valueOf(e.getMessage()), scope);
        return;
      } catch (OutOfMemoryError e) {
        fail(outOfMemory(e), scope);
        return;
      } catch (RuntimeException e) {
        LOG.error("bug in study={}", id, e);
        fail("a bug in the aggregator: " + e + "; its log says where", scope);
        return;
      }
    }
  }

  private void meet(String what) {
    if (!obstacle.equals(what)) {
      obstacle = what;
      StudyStatus now = status;
      show(status(now.state(), now.reasons(), now.warnings()));
    }
  }

  private void fail(String reason, WorkScope scope) {
    scope.failed(reason);
    end(new Outcome(StudyState.FAILED, List.of(reason), List.of()));
  }

  private static String outOfMemory(OutOfMemoryError e) {
    return "the aggregator ran out of memory (" + e.getMessage() + "): give it more";
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> reasons(Map<String, FailureDocument> failures) {
    return failures.values().stream().map(FailureDocument::reason).distinct().sorted().toList();
  }

  private StudyStatus status(StudyState state, List<String> reasons, List<String> warnings) {
    List<String> waiting = obstacle.isEmpty() || state.ended() ? List.of() : List.of(obstacle);
    return new StudyStatus(id, study.name(), state, stages(state), reasons, warnings, waiting);
  }

  private List<Stage> stages(StudyState state) {
    List<Stage> stages = new ArrayList<>(List.of(photographs));
    Plan planned = plan;
    Progress progress = last;
    Progress begun = first;
    if (planned != null && progress != null && begun != null) {
      stages.addAll(progress.stages(planned, begun, state == StudyState.COMPLETED));
    }
    return stages;
  }
}
