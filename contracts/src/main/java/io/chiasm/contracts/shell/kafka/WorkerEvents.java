package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.Topic;
import java.time.Duration;

/** What a worker tells whoever watches it: logs, metrics, health. */
public interface WorkerEvents {
  void started(Topic queue, String task);

  void finished(Topic queue, String task, Duration took);

  void refused(Topic queue, String task, String reason);

  /** The task waits for the store or the broker to come back. */
  void waiting(Topic queue, String task, String reason, Duration pause);

  /** The worker stopped because of a bug; the process should end. */
  void broken(Topic queue, Throwable bug);
}
