package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.DeadLetters;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.shell.kafka.TaskWorker;
import io.chiasm.contracts.shell.kafka.WorkerEvents;
import io.chiasm.contracts.shell.kafka.WorkerSettings;
import io.chiasm.contracts.telemetry.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workers of one queue in this process, each on a thread of its own. */
public final class QueueWorkers implements AutoCloseable {
  /** A third of the lock's duration. */
  private static final Duration RENEWAL = Duration.ofSeconds(5);

  /** How long a stopping process waits for tasks under way; what is cut off is done elsewhere. */
  public static final Duration GRACE = Duration.ofSeconds(20);

  private final List<TaskWorker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Workers that do not work yet.
   *
   * @param slots tasks at the same time
   */
  public QueueWorkers(
      Brokers brokers,
      Topic queue,
      int slots,
      TaskHandler handler,
      DeadLetters deadLetters,
      WorkerEvents events,
      Tracing tracing) {
    String process = "process " + ProcessHandle.current().pid();
    for (int slot = 0; slot < slots; slot++) {
      WorkerSettings settings =
          new WorkerSettings(brokers, queue, queue.label() + " worker, " + process, RENEWAL);
      TaskWorker worker = new TaskWorker(settings, handler, deadLetters, events, tracing);
      Thread thread = new Thread(worker, queue.label() + "-worker-" + slot);
      thread.setDaemon(true);
      workers.add(worker);
      threads.add(thread);
    }
  }

  /** Begins to work; once. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /** Whether no worker has stopped working. */
  public boolean alive() {
    return threads.stream().noneMatch(thread -> thread.getState() == Thread.State.TERMINATED);
  }

  /** Lets tasks under way finish, within a grace period. */
  @Override
  public void close() {
    workers.forEach(TaskWorker::close);
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (Thread thread : threads) {
      join(thread, Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
