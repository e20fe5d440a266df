package io.chiasm.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.study.progress.StudyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** One study from nothing to its end, with a fault in its midst. */
final class Round {
  private final Trial trial;
  private final Path study;

  Round(Trial trial, Path study) {
    this.trial = trial;
    this.study = study;
  }

  /**
   * What happened.
   *
   * @param whole how long the study took
   * @param course how long the fault lasted
   * @param resumed from then until the next result; empty if there was none
   * @param kills services that were killed
   * @param again results that were computed once more
   */
  record Course(
      Outcome outcome,
      Duration whole,
      Duration course,
      Optional<Duration> resumed,
      int kills,
      int again,
      long since) {}

  /**
   * @param moment the fault comes when this many results are written
   */
  Course run(Fault fault, int moment, Random random) throws Exception {
    long since = System.currentTimeMillis();
    int kills = trial.kills();
    long begin = System.nanoTime();
    String id = trial.client().submit(study);
    Ledger ledger = trial.front().ledger();
    trial.await(fault.name() + ": result " + moment, () -> ledger.results() >= moment || ended(id));
    long from = System.nanoTime();
    fault.course().run(trial, random);
    long healed = System.nanoTime();
    awaitEnd(fault, id);
    if (fault.mayEnd() && trial.client().status(id).state() == StudyState.FAILED) {
      assertThat(trial.client().status(id).reasons()).hasSize(1);
      trial.client().resume(id);
      awaitEnd(fault, id);
    }
    Course course =
        new Course(
            Outcome.of(trial, id, since),
            Duration.ofNanos(System.nanoTime() - begin),
            Duration.ofNanos(healed - from),
            ledger.firstAfter(healed),
            trial.kills() - kills,
            ledger.again(),
            since);
    return course;
  }

  private void awaitEnd(Fault fault, String id) throws Exception {
    trial.await(fault.name() + ": its end", () -> ended(id) && Outcome.waiting(trial) == 0);
  }

  /** Whether the study has come to an end, as far as the aggregator can be asked. */
  private boolean ended(String id) {
    try {
      return trial.client().status(id).state().ended();
    } catch (TransientException | InputException e) {
      return false;
    }
  }

  /** Forgets everything, so that the next round computes all of it again. */
  void forget(String id) throws Exception {
    trial.endExtras();
    trial.awaitReady();
    trial.client().delete(id);
    trial.client().collect("0", false);
    trial.front().ledger().clear();
  }

  static boolean complete(Outcome outcome) {
    return outcome.status().state() == StudyState.COMPLETED
        && outcome.status().stages().stream().allMatch(stage -> stage.done() == stage.total());
  }
}
