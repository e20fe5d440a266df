package io.chiasm.local.stack;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.RetryReason;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.shell.kafka.TaskWorker;
import io.chiasm.contracts.shell.kafka.WorkerEvents;
import io.chiasm.contracts.shell.kafka.WorkerSettings;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One worker on a thread of its own, with a record of what it told. */
final class BenchWorker implements WorkerEvents, AutoCloseable {
  final List<String> started = new CopyOnWriteArrayList<>();
  final List<String> finished = new CopyOnWriteArrayList<>();
  final List<String> refused = new CopyOnWriteArrayList<>();
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final List<RetryReason> retries = new CopyOnWriteArrayList<>();
  final List<Integer> deliveries = new CopyOnWriteArrayList<>();
  final List<String> handedBack = new CopyOnWriteArrayList<>();
  final List<Throwable> bugs = new CopyOnWriteArrayList<>();

  private final TaskWorker worker;
  private final Thread thread;

  private BenchWorker(
      WorkerSettings settings, TaskHandler handler, TensorStore store, Publisher publisher) {
    worker = new TaskWorker(settings, handler, store, publisher, this, Tracing.OFF);
    thread = new Thread(worker, settings.name());
    thread.setDaemon(true);
  }

  static BenchWorker start(
      String bootstrap, String name, TaskHandler handler, TensorStore store, Publisher publisher) {
    BenchWorker started =
        new BenchWorker(
            new WorkerSettings(
                Brokers.at(bootstrap), QueueBench.QUEUE, name, Duration.ofSeconds(5)),
            handler,
            store,
            publisher);
    started.thread.start();
    return started;
  }

  /** How much it told so far. */
  long told() {
    return Stream.of(started, finished, refused, waits, handedBack, bugs)
        .mapToLong(List::size)
        .sum();
  }

  boolean alive() {
    return thread.isAlive();
  }

  @Override
  public void taken(Topic queue, Duration waited, int delivered) {
    deliveries.add(delivered);
  }

  @Override
  public void retried(Topic queue, RetryReason reason) {
    retries.add(reason);
  }

  @Override
  public void started(Topic queue, String task) {
    started.add(task);
  }

  @Override
  public void finished(Topic queue, String task, Duration took) {
    finished.add(task);
  }

  @Override
  public void refused(Topic queue, String task, String reason) {
    refused.add(task);
  }

  @Override
  public void waiting(Topic queue, String task, String reason, Duration pause) {
    waits.add(pause);
  }

  @Override
  public void handedBack(Topic queue, String task) {
    handedBack.add(task);
  }

  @Override
  public void broken(Topic queue, Throwable bug) {
    bugs.add(bug);
  }

  /** Gives its task to another. */
  void handBack() {
    worker.handBack();
  }

  @Override
  public void close() {
    worker.close();
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
