package io.chiasm.study.health;

import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a person looks after it.
 *
 * @param id of this letter: a task that fails again is another letter
 * @param state what became of it
 * @param atMillis when it was written, since 1970
 * @param study whose task it was; empty if the event could not be read
 * @param task the failed task's id
 * @param reason for the user
 * @param origin topic that the task came from
 * @param partition of the origin
 * @param offset in that partition
 * @param deliveries how often it was tried
 * @param worker that gave up
 * @param trace id of the trace that the failed task belongs to; null if nobody followed it
 */
public record Letter(
    String id,
    LetterState state,
    long atMillis,
    String study,
    String task,
    String reason,
    String origin,
    int partition,
    long offset,
    int deliveries,
    String worker,
    @Nullable String trace) {
  /** The same letter after something became of it. */
  public Letter with(LetterState next) {
    return new Letter(
        id,
        next,
        atMillis,
        study,
        task,
        reason,
        origin,
        partition,
        offset,
        deliveries,
        worker,
        trace);
  }
}
