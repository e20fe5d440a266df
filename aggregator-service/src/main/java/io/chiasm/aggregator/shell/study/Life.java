package io.chiasm.aggregator.shell.study;

import java.util.Optional;

/**
 * A study's life in one process. What is known only from some point on belongs to the phase that
 * begins there, so that nobody who holds a phase asks whether it is there.
 *
 * <pre>
 * Importing --planned--> Running --whole--> Reporting --end--> Ended
 *                                <--wanting--
 * </pre>
 *
 * <p>Each may end: by its outcome, a failure for good, or because it is cancelled. Nothing follows
 * an end; a study that is resumed begins another life. A transition that does not start from where
 * the study is does nothing and returns false.
 */
final class Life {
  private volatile Phase phase = new Importing();

  /** Where a study is. */
  sealed interface Phase {
    /** The study as it is followed, between plan and end. */
    default Optional<Underway> underway() {
      return Optional.empty();
    }
  }

  /** Data set, photographs and networks are read; there is no plan. */
  record Importing() implements Phase {}

  /** Workers compute what is missing. */
  record Running(Underway study) implements Phase {
    @Override
    public Optional<Underway> underway() {
      return Optional.of(study);
    }
  }

  /** All results are there, or are given up; tables and figures are written. */
  record Reporting(Underway study) implements Phase {
    @Override
    public Optional<Underway> underway() {
      return Optional.of(study);
    }
  }

  /** A plan is large, and the process may live through very many studies: nothing is kept. */
  record Ended() implements Phase {}

  Phase phase() {
    return phase;
  }

  synchronized boolean planned(Underway study) {
    return phase instanceof Importing && to(new Running(study));
  }

  synchronized boolean whole() {
    return phase instanceof Running running && to(new Reporting(running.study()));
  }

  /** A result that was there is gone. */
  synchronized boolean wanting() {
    return phase instanceof Reporting reporting && to(new Running(reporting.study()));
  }

  synchronized boolean end() {
    return !(phase instanceof Ended) && to(new Ended());
  }

  private boolean to(Phase next) {
    phase = next;
    return true;
  }
}
