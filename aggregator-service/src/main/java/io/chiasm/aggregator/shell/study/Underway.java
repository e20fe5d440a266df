package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.study.plan.Missing;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.progress.Progress;
import io.chiasm.study.shell.importing.Imported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A study that is planned: compares plan and store until nothing is left to wait for, and holds
 * what is missing until {@link Windows} lets it be sent. Everything it knows can be derived again
 * from the store. It is looked after by one thread at a time; its lanes are for any.
 */
final class Underway {
  private final String id;
  private final Study study;
  private final Plan plan;
  private final Imported imported;
  private final StudyParts parts;
  private final Sightings sightings;
  private final Failures failures;
  private final Heard heard;

  /** What began it. */
  private final Optional<TraceParent> cause;

  private final Map<Topic, Lane> lanes =
      Map.of(Topic.EXTRACTION_TASKS, new Lane(), Topic.ENCODING_TASKS, new Lane());

  /** Fan-ins of which a block came without a word of this study's own. */
  private final Set<ObjectKey> silent = new HashSet<>();

  private final Progress begun;
  private volatile Seen seen;

  /** How many objects were seen when plan and store were compared; -1 to compare in any case. */
  private int compared = -1;

  private Set<String> lost = Set.of();
  private Progress last;
  private long lastRound = System.nanoTime();
  private long lastAsked = System.nanoTime();
  private long lastChange = System.nanoTime();

  /** Looks for what the plan depends on. */
  Underway(
      String id,
      Study study,
      Plan plan,
      Imported imported,
      StudyParts parts,
      Failures failures,
      Heard heard,
      Optional<TraceParent> cause) {
    this.id = id;
    this.study = study;
    this.plan = plan;
    this.imported = imported;
    this.parts = parts;
    this.sightings = new Sightings(parts.objects().store(), id);
    this.failures = failures;
    this.heard = heard;
    this.cause = cause;
    this.seen = found();
    this.begun = Progress.of(plan, seen::exists, Set.of());
    this.last = begun;
  }

  private Seen found() {
    Set<ObjectKey> before = sightings.read(parts.requests());
    Seen found =
        before.isEmpty()
            ? Seen.of(plan, parts.objects().store(), parts.requests())
            : Seen.again(plan, before, parts.objects().store(), parts.requests());
    sightings.keep(found);
    return found;
  }

  Plan plan() {
    return plan;
  }

  Imported imported() {
    return imported;
  }

  /** How far it was when it was planned. */
  Progress begun() {
    return begun;
  }

  /** The study as far as it is. */
  Unfinished unfinished() {
    Seen found = seen;
    Set<ObjectKey> fitted =
        plan.encoding()
            .map(EncodingTask::result)
            .filter(found::exists)
            .collect(Collectors.toUnmodifiableSet());
    return new Unfinished(study, plan, imported, fitted);
  }

  /** Whether every result is there. */
  boolean whole() {
    return plan.encoding().map(EncodingTask::result).allMatch(seen::exists);
  }

  /** Holds what is missing, and asks for the Gram matrices whose activations are all there. */
  void begin() {
    tell(hold(failures.look(Duration.ZERO).keySet()));
  }

  /**
   * Whether it is time to look: there is news, or the last round through what is missing began
   * {@code glance} ago or has not ended.
   */
  boolean due(Duration glance) {
    return heard.news() || seen.inRound() || System.nanoTime() - lastRound >= glance.toNanos();
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
   * @param status is told how far it is, where that changed
   * @return whether the study is ready to be reported
   */
  boolean look(Duration glance, Allowance allowed, RunStatus status) {
    heard.taken();
    try {
      heard.ask(plan, seen);
      goOn(glance, allowed);
      Map<String, FailureDocument> known = failures.look(glance);
      if (seen.count() != compared || !known.keySet().equals(lost)) {
        compare(known, status);
      }
    } catch (RuntimeException e) {
      heard.touch();
      throw e;
    }
    return last.ended(plan);
  }

  private void goOn(Duration glance, Allowance allowed) {
    long now = System.nanoTime();
    if (!seen.inRound() && now - lastRound >= glance.toNanos()) {
      lastRound = now;
      seen.beginRound();
    }
    int asked = seen.goOn(allowed.at(now));
    if (asked > 0) {
      allowed.take(asked);
      lastAsked = now;
    }
  }

  private void compare(Map<String, FailureDocument> known, RunStatus status) {
    int count = seen.count();
    Map<ObjectKey, FanIn> ready = hold(known.keySet());
    ready.keySet().retainAll(silent);
    tell(ready);
    silent.removeAll(ready.keySet());
    Progress progress = Progress.of(plan, seen::exists, known.keySet());
    if (!progress.equals(last)) {
      lastChange = System.nanoTime();
      last = progress;
      status.progressed(progress, Failures.reasons(known));
    }
    sightings.keep(seen);
    compared = count;
    lost = Set.copyOf(known.keySet());
  }

  /** Holds what is missing, and returns the fan-ins that are ready for their Gram matrices. */
  private Map<ObjectKey, FanIn> hold(Set<String> failed) {
    Missing missing = Missing.of(plan, seen::exists);
    lane(Topic.ENCODING_TASKS).update(missing.encoding(), failed);
    for (Message spared : lane(Topic.EXTRACTION_TASKS).update(missing.extraction(), failed)) {
      if (spared instanceof ExtractionTask pass) {
        pass.layers().forEach(layer -> silent.addAll(layer.fanIns()));
      }
    }
    return new LinkedHashMap<>(missing.ready());
  }

  /** Asks the encoders for the Gram matrices of these fan-ins. */
  private void tell(Map<ObjectKey, FanIn> ready) {
    List<Message> words = new ArrayList<>();
    ready.forEach(
        (key, fanIn) ->
            words.add(
                new ActivationsStored(id, ObjectLayout.stem(fanIn.gram().result()), key, null)));
    parts.publisher().publish(words);
  }

  /** Whether nothing has changed for so long. */
  boolean still(Duration stillness) {
    return System.nanoTime() - lastChange >= stillness.toNanos();
  }

  /** Believes nothing that was seen or sent so far. */
  void beginAgain() {
    lastChange = System.nanoTime();
    sightings.forget();
    seen = Seen.of(plan, parts.objects().store(), parts.requests());
    lanes.values().forEach(Lane::forget);
    compared = -1;
    heard.touch();
    tell(hold(lost));
  }

  /** Its tasks for this queue. */
  Lane lane(Topic queue) {
    return Objects.requireNonNull(lanes.get(queue));
  }

  /** Sends the next tasks that were held back; those that a broker did not take still are. */
  void send(Topic queue, int most) {
    Lane lane = lane(queue);
    try (WorkScope scope =
        WorkScope.open(parts.telemetry().tracing(), Work.ofStudy(id, "send", cause))) {
      List<Message> next = lane.next(most);
      parts.publisher().publish(next);
      lane.sent(next);
    }
  }
}
