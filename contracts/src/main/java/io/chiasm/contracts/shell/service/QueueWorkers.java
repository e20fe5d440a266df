package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.shell.kafka.TaskWorker;
import io.chiasm.contracts.shell.kafka.WorkerEvents;
import io.chiasm.contracts.shell.kafka.WorkerSettings;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workers of one queue in this process, each on a thread of its own. */
public final class QueueWorkers {
  /** A third of the lock's duration. */
  private static final Duration RENEWAL = Duration.ofSeconds(5);

  /** A broker that does not answer has the tasks by the end of their locks. */
  private static final Duration HANDING_BACK = Duration.ofSeconds(5);

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
      TensorStore store,
      Publisher publisher,
      WorkerEvents events,
      Tracing tracing) {
    String process = "process " + ProcessHandle.current().pid();
    for (int slot = 0; slot < slots; slot++) {
      WorkerSettings settings =
          new WorkerSettings(brokers, queue, queue.label() + " worker, " + process, RENEWAL);
      TaskWorker worker = new TaskWorker(settings, handler, store, publisher, events, tracing);
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

  /** Takes no more tasks, lets those under way finish, and hands back what is not done in time. */
  public void finish(Grace grace) {
    workers.forEach(TaskWorker::close);
    awaitEnd(grace);
    workers.forEach(TaskWorker::handBack);
    awaitEnd(Grace.of(HANDING_BACK));
  }

  private void awaitEnd(Grace grace) {
    threads.forEach(thread -> grace.await(millis -> ended(thread, millis)));
  }

  private static boolean ended(Thread thread, long millis) throws InterruptedException {
    thread.join(millis);
    return !thread.isAlive();
  }
}
