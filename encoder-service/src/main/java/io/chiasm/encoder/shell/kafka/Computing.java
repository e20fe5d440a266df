package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.shell.service.Grace;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.store.Backoff;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.Rereads;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.encoding.encode.Sitting;
import io.chiasm.encoding.work.Resources;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One computation at a time in this process: each may use all of its threads and memory. */
public final class Computing {
  private static final Logger LOG = Logger.getLogger(Computing.class);
  private static final RetryPolicy PATIENCE =
      RetryPolicy.endless(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4)));

  private final Resources resources;
  private final Retry untilThere =
      StoreConnection.retry(PATIENCE)
          .after(Computing::passes, e -> LOG.warnf("waiting: %s", e.getMessage()));

  /** What encoding tasks leave to those that follow; to be used in one's turn. */
  private final Sitting sitting = Sitting.begin();

  private final ReentrantLock turn = new ReentrantLock(true);

  /** Seconds by study, not told yet. */
  private final Map<String, Double> spent = new ConcurrentHashMap<>();

  public Computing(Resources resources) {
    this.resources = resources;
  }

  Resources resources() {
    return resources;
  }

  Sitting sitting() {
    return sitting;
  }

  /** Forms Gram matrices for a study, which may take all of the memory. */
  void aloneWithAllMemory(String study, Runnable computation) {
    alone(
        study,
        () -> {
          sitting.close();
          computation.run();
        });
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

  /** Repeats work for as long as the store or the broker is away, or it asks for that itself. */
  void untilStoreAnswers(Consumer<Rereads> work) {
    Rereads rereads = new Rereads();
    untilThere.call(
        () -> {
          work.accept(rereads);
          return rereads;
        });
  }

  private static boolean passes(RuntimeException failure) {
    return failure instanceof TransientException
        || failure instanceof RefusedConnectionException
        || failure instanceof DamagedObjectException;
  }

  static String outOfMemory(OutOfMemoryError e) {
    return "the encoder ran out of memory ("
        + e.getMessage()
        + "): give it more (CHIASM_ENCODER_MEMORY for its buffers, -Xmx for responses)";
  }
}
