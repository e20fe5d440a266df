package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.service.Grace;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.encoder.work.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** One computation at a time in this process: each may use all of its threads and memory. */
public final class Computing {
  private static final Logger LOG = Logger.getLogger(Computing.class);
  private static final long PAUSE_MILLIS = 2000;

  /** Tries, a pause apart, before bytes that come spoilt count as damaged for good: a minute. */
  static final int MOST_READS = 30;

  private final Resources resources;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Seconds by study, not told yet. */
  private final Map<String, Double> spent = new ConcurrentHashMap<>();

  public Computing(Resources resources) {
    this.resources = resources;
  }

  Resources resources() {
    return resources;
  }

  /** Computes for a study, and notes the time that it took if it came to its end. */
  void alone(String study, Runnable computation) {
    takeTurn();
    try {
      long from = System.nanoTime();
      computation.run();
      spent.merge(study, (System.nanoTime() - from) / 1e9, Double::sum);
    } finally {
      turn.unlock();
    }
  }

  /**
   * What this process computed for a study since it was last asked, Gram matrices included; empty
   * if it was nothing.
   */
  Optional<Effort> effort(String study) {
    return Optional.ofNullable(spent.remove(study))
        .map(seconds -> new Effort(Machine.kind(), seconds));
  }

  private void takeTurn() {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the process ends", e);
    }
  }

  /** Lets the computation under way finish, within the grace; none begins after it. */
  public void finish(Grace grace) {
    boolean unused = grace.await(millis -> turn.tryLock(millis, TimeUnit.MILLISECONDS));
  }

  /** Work that is told how often it was tried, this time included. */
  interface Repeated {
    /**
     * @throws DamagedObjectException if it should be tried again
     */
    void run(int tries);
  }

  /** Repeats work for as long as the store or the broker is away, or bytes come spoilt. */
  void untilStoreAnswers(Repeated work) {
    for (int tries = 1; ; tries++) {
      try {
        work.run(tries);
        return;
      } catch (TransientException | RefusedConnectionException | DamagedObjectException e) {
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
