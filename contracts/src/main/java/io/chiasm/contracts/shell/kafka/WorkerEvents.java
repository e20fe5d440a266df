package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.Topic;
import java.time.Duration;

/** What a worker tells whoever watches it: logs, metrics, health. */
public interface WorkerEvents {
  /**
   * A record was taken off the queue and is worked on until it is released.
   *
   * @param waited from when it was written; negative if clocks disagree
   * @param deliveries 1 for the first
   */
  default void taken(Topic queue, Duration waited, int deliveries) {}

  /** The record is worked on no more, whatever came of it. */
  default void released(Topic queue) {}

  void started(Topic queue, String task);

  void finished(Topic queue, String task, Duration took);

  void refused(Topic queue, String task, String reason);

  /** The task waits for the store or the broker to come back. */
  void waiting(Topic queue, String task, String reason, Duration pause);

  /** The task, or the connection to the broker, is tried again. */
  default void retried(Topic queue, RetryReason reason) {}

  /** The worker ends before the task does: another may take it. */
  default void handedBack(Topic queue, String task) {}

  /** The worker stopped because of a bug; the process should end. */
  void broken(Topic queue, Throwable bug);
}
