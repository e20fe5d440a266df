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
import io.chiasm.aggregator.progress.StudyState;
import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.report.writing.FailedTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * One study under way: imports, holds what is missing until {@link Windows} lets it send, compares
 * plan and store until nothing is left to wait for, reports. Everything it knows can be derived
 * again from the store, so a new process continues where a lost one stopped.
 */
final class StudyRun {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);

  /** A study ends a moment before its threads do. */
  private static final Duration LAST_DEEDS = Duration.ofSeconds(2);

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

  private final Requests requests;
  private final Sightings sightings;
  private final Windows windows;
  private final Map<Topic, Lane> lanes =
      Map.of(Topic.EXTRACTION_TASKS, new Lane(), Topic.ENCODING_TASKS, new Lane());

  /** What somebody said is there now. */
  private final Heard heard = new Heard();

  /** Fan-ins of which a block came without a word of this study's own. */
  private final Set<ObjectKey> silent = new HashSet<>();

  /** What was missing when it was to be reported. */
  private final Set<ObjectKey> gone = new HashSet<>();

  private volatile boolean news = true;
  private volatile boolean cancelled;
  private final RunStatus status;

  /** Written after what was imported, so whoever sees it sees that too. */
  private volatile @Nullable Plan plan;

  private @Nullable Imported imported;
  private volatile @Nullable Seen seen;

  /** How many objects were seen when plan and store were compared; -1 to compare in any case. */
  private int compared = -1;

  private Set<String> lost = Set.of();
  private @Nullable Progress last;
  private volatile long lastRound = System.nanoTime();
  private volatile long lastAsked = System.nanoTime();
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
    this.requests = parts.requests();
    this.windows = parts.windows();
    this.start = start;
    this.cause = telemetry.tracing().current();
    this.failures = new Failures(objects, id);
    this.sightings = new Sightings(objects.store(), id);
    this.status = new RunStatus(id, study.name());
  }

  StudyStatus status() {
    return status.get();
  }

  boolean ended() {
    return status.ended();
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

  /** The study as far as it is; empty before it is planned and after it ended. */
  Optional<Unfinished> unfinished() {
    Plan planned = plan;
    Imported brought = imported;
    Seen objectsSeen = seen;
    return planned == null || brought == null || objectsSeen == null || ended()
        ? Optional.empty()
        : Optional.of(new Unfinished(study, planned, brought, fitted(planned, objectsSeen)));
  }

  /** Something of this study changed: the next look is not far. */
  void touch() {
    news = true;
  }

  /** Something is said to be there: the next look asks for it. */
  void hear(Message word) {
    if (!ended()) {
      heard.add(word);
      news = true;
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
    if (ended()) {
      forget();
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
      Imported brought = importer.bringIn(study, status::importing);
      status.meet("");
      done(IMPORT, from);
      return brought;
    }
  }

  private void plan(Imported brought) {
    Plan planned = Planner.plan(id, study, brought.material());
    // From here on what it refers to is on record, so it may rely on what it finds.
    objects.putReferences(id, References.of(planned, brought.material()));
    start.close();
    objects.putFanIns(planned, requests);
    imported = brought;
    Seen found = found(planned);
    seen = found;
    Progress begun = Progress.of(planned, found::exists, Set.of());
    last = begun;
    status.planned(planned, begun);
    plan = planned;
    if (!cancelled) {
      tell(hold(planned, found, failures.look(Duration.ZERO).keySet()));
      windows.fill();
      count(begun, planned);
    }
    changeTo(StudyState.RUNNING);
  }

  private Seen found(Plan planned) {
    Set<ObjectKey> before = sightings.read(requests);
    Seen found =
        before.isEmpty()
            ? Seen.of(planned, objects.store(), requests)
            : Seen.again(planned, before, objects.store(), requests);
    sightings.keep(found);
    return found;
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

  private void done(Stage stage, long from) {
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    telemetry.meters().done(stage, took);
    stopwatch.add(stage, new Effort(Machine.kind(), took.toNanos() / 1e9));
  }

  private WorkScope scope(String name, Optional<TraceParent> parent) {
    return WorkScope.open(telemetry.tracing(), Work.ofStudy(id, name, parent));
  }

  /**
   * Whether it is time to look: there is news, or the last round through what is missing began
   * {@code glance} ago or has not ended.
   */
  boolean due(Duration glance) {
    Seen found = seen;
    return plan != null
        && found != null
        && status.state() == StudyState.RUNNING
        && (news || found.inRound() || System.nanoTime() - lastRound >= glance.toNanos());
  }

  /** When it last asked in a round; who waits longest goes first. */
  long lastAsked() {
    return lastAsked;
  }

  /**
   * Compares plan and store: asks for what somebody said is there, and goes on with the round
   * through what is missing, since words may be lost.
   *
   * @param allowed objects that it may ask for in its round
   * @return whether the study is ready to be reported
   */
  boolean look(Duration glance, Allowance allowed) {
    Plan planned = plan;
    Seen found = seen;
    if (planned == null || found == null || status.state() != StudyState.RUNNING) {
      return false;
    }
    news = false;
    try {
      heard.ask(planned, found);
      goOn(glance, found, allowed);
      Map<String, FailureDocument> known = failures.look(glance);
      if (found.count() != compared || !known.keySet().equals(lost)) {
        compare(planned, found, known);
      }
    } catch (RuntimeException e) {
      news = true;
      throw e;
    }
    return Objects.requireNonNull(last).ended(planned);
  }

  private void goOn(Duration glance, Seen found, Allowance allowed) {
    long now = System.nanoTime();
    if (!found.inRound() && now - lastRound >= glance.toNanos()) {
      lastRound = now;
      found.beginRound();
    }
    int asked = found.goOn(allowed.at(now));
    if (asked > 0) {
      allowed.take(asked);
      lastAsked = now;
    }
  }

  private void compare(Plan planned, Seen found, Map<String, FailureDocument> known) {
    int count = found.count();
    Map<ObjectKey, FanIn> ready = hold(planned, found, known.keySet());
    ready.keySet().retainAll(silent);
    tell(ready);
    silent.removeAll(ready.keySet());
    Progress progress = Progress.of(planned, found::exists, known.keySet());
    if (!progress.equals(last)) {
      lastChange = System.nanoTime();
      last = progress;
      status.progressed(progress, reasons(known));
    }
    sightings.keep(found);
    compared = count;
    lost = Set.copyOf(known.keySet());
  }

  /** Holds what is missing, and returns the fan-ins that are ready for their Gram matrices. */
  private Map<ObjectKey, FanIn> hold(Plan planned, Seen found, Set<String> failed) {
    Missing missing = Missing.of(planned, found::exists);
    lane(Topic.ENCODING_TASKS).update(missing.encoding(), failed);
    for (Message spared : lane(Topic.EXTRACTION_TASKS).update(missing.extraction(), failed)) {
      if (spared instanceof ExtractionTask pass) {
        pass.layers().forEach(layer -> silent.addAll(layer.fanIns()));
      }
    }
    return new LinkedHashMap<>(missing.ready());
  }

  private static Set<ObjectKey> fitted(Plan plan, Seen found) {
    return plan.encoding()
        .map(EncodingTask::result)
        .filter(found::exists)
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
      sendAgain(planned);
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
          Seen found = Objects.requireNonNull(seen);
          Map<String, FailureDocument> lost = lost(planned, found);
          List<FailedTask> failed =
              lost.values().stream().map(f -> new FailedTask(f.topic(), f.reason())).toList();
          List<String> warnings;
          try {
            warnings =
                reporter.report(
                    new Unfinished(study, planned, brought, fitted(planned, found)),
                    failed,
                    status::reporting);
          } catch (MissingObjectException e) {
            runAgain(planned, e);
            return;
          }
          StudyState state = failed.isEmpty() ? StudyState.COMPLETED : StudyState.FAILED;
          done(REPORT, from);
          if (state == StudyState.COMPLETED) {
            costs.learn(id, planned, brought, stopwatch);
          }
          end(new Outcome(state, reasons(lost), warnings));
        });
  }

  /** Where every result is there, a failure was a duplicate's, and nothing is lost by it. */
  private Map<String, FailureDocument> lost(Plan planned, Seen found) {
    boolean whole = planned.encoding().map(EncodingTask::result).allMatch(found::exists);
    return whole ? Map.of() : objects.failures(id);
  }

  /** Somebody deleted what was seen: computed once more, unless it stays away after that. */
  private void runAgain(Plan planned, MissingObjectException e) {
    if (gone.contains(e.key())) {
      throw e;
    }
    LOG.warn("study={}: {} any more; looking for everything again", id, e.getMessage());
    sendAgain(planned);
    gone.add(e.key());
    changeTo(StudyState.RUNNING);
  }

  /** Believes nothing that was seen or sent so far. */
  private void sendAgain(Plan planned) {
    sightings.forget();
    Seen found = Seen.of(planned, objects.store(), requests);
    seen = found;
    lanes.values().forEach(Lane::forget);
    compared = -1;
    news = true;
    tell(hold(planned, found, lost));
  }

  /** Asks the encoders for the Gram matrices of these fan-ins. */
  private void tell(Map<ObjectKey, FanIn> ready) {
    List<Message> words = new ArrayList<>();
    ready.forEach(
        (key, fanIn) ->
            words.add(
                new ActivationsStored(id, ObjectLayout.stem(fanIn.gram().result()), key, null)));
    publisher.publish(words);
  }

  /** Whether it has tasks to send, or has sent some. */
  boolean sends() {
    return plan != null && !cancelled && !ended();
  }

  /** Its tasks for this queue. */
  Lane lane(Topic queue) {
    return Objects.requireNonNull(lanes.get(queue));
  }

  /** Sends the next tasks that were held back; those that a broker did not take still are. */
  void send(Topic queue, int most) {
    Lane lane = lane(queue);
    try (WorkScope scope = scope("send", cause)) {
      List<Message> next = lane.next(most);
      publisher.publish(next);
      lane.sent(next);
    }
  }

  private void changeTo(StudyState state) {
    if (!cancelled) {
      status.changeTo(state);
      publisher.publish(new StudyChanged(id, id + "/" + state.label(), state.label()));
    }
  }

  private synchronized void end(Outcome outcome) {
    if (!ended()) {
      objects.end(id, outcome);
      // Last, so that an end which the broker did not take is tried again.
      publisher.publish(
          new StudyChanged(id, id + "/" + outcome.state().label(), outcome.state().label()));
      status.end(outcome);
      forget();
      LOG.info("ended study={} state={}", id, outcome.state().label());
    }
  }

  /** A plan is large, and the process may live through very many studies. */
  private void forget() {
    plan = null;
    imported = null;
    seen = null;
    heard.clear();
    lanes.values().forEach(Lane::forget);
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
    new UntilDone(id, () -> cancelled, status::meet)
        .run(work)
        .ifPresent(
            reason -> {
              scope.failed(reason);
              end(new Outcome(StudyState.FAILED, List.of(reason), List.of()));
            });
  }

  private static List<String> reasons(Map<String, FailureDocument> failures) {
    return failures.values().stream().map(FailureDocument::reason).distinct().sorted().toList();
  }
}
