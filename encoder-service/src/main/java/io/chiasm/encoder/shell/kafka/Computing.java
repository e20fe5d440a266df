package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.encoder.work.Resources;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** One computation at a time in this process: each may use all of its threads and memory. */
public final class Computing {
  private static final Logger LOG = Logger.getLogger(Computing.class);
  private static final long PAUSE_MILLIS = 2000;

  private final Resources resources;
  private final ReentrantLock turn = new ReentrantLock(true);

  public Computing(Resources resources) {
    this.resources = resources;
  }

  Resources resources() {
    return resources;
  }

  void alone(Runnable computation) {
    turn.lock();
    try {
      computation.run();
    } finally {
      turn.unlock();
    }
  }

  /** Repeats work for as long as the store or the broker is away. */
  void untilStoreAnswers(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (TransientException | RefusedConnectionException e) {
        LOG.warnf("waiting: %s", e.getMessage());
        pause(e);
      }
    }
  }

  private static void pause(RuntimeException reason) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  static String outOfMemory(OutOfMemoryError e) {
    return "the encoder ran out of memory ("
        + e.getMessage()
        + "): give it more (CHIASM_ENCODER_MEMORY for its buffers, -Xmx for responses)";
  }
}
