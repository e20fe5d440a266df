package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.Backoff;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.Rereads;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.contracts.telemetry.WorkContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Works off one queue, one task at a time: a member of a Kafka share group (KIP-932) that takes one
 * record, renews its lock (KIP-1222) while the task runs, and acknowledges it explicitly. A killed
 * worker's task is free again as soon as its connection drops, or when the lock runs out.
 *
 * <p>A task that will never work goes to the dead-letter topic and is accepted. While the store or
 * the broker is away the task is retried here, lock renewed, because a released record comes back
 * at once and would use up its deliveries within a second. A bug releases the record and stops the
 * worker; a record that broke {@link #MOST_DELIVERIES} workers is a dead letter.
 *
 * <p>A task that this worker does not finish because it ends is handed back as a new record, since
 * the broker would count a released one as a delivery that failed.
 */
public final class TaskWorker implements Runnable, AutoCloseable {
  /**
   * A record delivered more often than this has ended its workers each time. A broker gives a
   * record up after five deliveries, unless told otherwise, so the fifth is left to say so.
   */
  static final int MOST_DELIVERIES = 4;

  /** Far above any task of ours; as JSON text it may grow sixfold, and must still be taken. */
  private static final int LONGEST_EVENT = 512 << 10;

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));
  private static final Duration POLL = Duration.ofMillis(500);

  /** A broker that is away is not told good-bye. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final WorkerSettings settings;
  private final TaskHandler handler;
  private final Publisher publisher;
  private final DeadLetters deadLetters;
  private final WorkerEvents events;
  private final Tracing tracing;
  private final ExecutorService tasks;
  private final Supplier<ShareConsumer<String, byte[]>> consumers;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean handsBack;
  private volatile @Nullable Future<Attempt> underWay;

  /**
   * @param store where failures are recorded
   * @param publisher of dead letters and of tasks that are handed back
   */
  public TaskWorker(
      WorkerSettings settings,
      TaskHandler handler,
      TensorStore store,
      Publisher publisher,
      WorkerEvents events,
      Tracing tracing) {
    this(settings, handler, store, publisher, events, tracing, () -> consumer(settings));
  }

  /**
   * @param consumers members of the queue's share group
   */
  TaskWorker(
      WorkerSettings settings,
      TaskHandler handler,
      TensorStore store,
      Publisher publisher,
      WorkerEvents events,
      Tracing tracing,
      Supplier<ShareConsumer<String, byte[]>> consumers) {
    this.consumers = consumers;
    this.settings = settings;
    this.handler = handler;
    this.publisher = publisher;
    this.deadLetters = new DeadLetters(store, publisher);
    this.events = events;
    this.tracing = tracing;
    this.tasks =
        Executors.newSingleThreadExecutor(
            runnable -> {
              Thread thread = new Thread(runnable, settings.queue().label() + "-task");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Works until closed, or until a bug stops it. A lost broker is waited for. */
  @Override
  public void run() {
    try {
      workUntilClosed();
    } finally {
      tasks.shutdown();
    }
  }

  /** Finishes the task under way, if any, and stops. */
  @Override
  public void close() {
    closed.countDown();
  }

  /** Stops, and gives the task under way, if any, to other workers at once. */
  public void handBack() {
    handsBack = true;
    close();
    Future<Attempt> attempt = underWay;
    if (attempt != null) {
      attempt.cancel(true);
    }
  }

  private void workUntilClosed() {
    while (!closing()) {
      try {
        workInOneSession();
      } catch (KafkaException e) {
        // The client gave the session up; a new one gets the unacknowledged record again.
        pause(String.valueOf(BrokerFailures.of(e, settings.brokers()).getMessage()));
      }
    }
  }

  private void workInOneSession() {
    ShareConsumer<String, byte[]> consumer = consumers.get();
    try {
      consumer.subscribe(List.of(settings.queue().label()));
      while (!closing()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (closing()) {
            acknowledge(consumer, record, handedBack(record));
          } else {
            work(consumer, record);
          }
        }
      }
    } finally {
      consumer.close(FAREWELL);
    }
  }

  private boolean closing() {
    return closed.getCount() == 0;
  }

  private static ShareConsumer<String, byte[]> consumer(WorkerSettings settings) {
    return new KafkaShareConsumer<>(
        settings
            .brokers()
            .properties(
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    settings.queue().shareGroup(),
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    1,
                    ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG,
                    "explicit",
                    // Otherwise one worker is given a batch that others could be working on.
                    ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
                    "record_limit")),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * Works on a record, and on whatever the broker gave out in its place: where the lock was lost
   * meanwhile, as with a connection that was cut, a renewal may bring another task.
   */
  private void work(ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> record) {
    ConsumerRecord<String, byte[]> task = record;
    ConsumerRecord<String, byte[]> held = workOn(consumer, task);
    while (!same(held, task)) {
      if (closing()) {
        acknowledge(consumer, held, handedBack(held));
        return;
      }
      task = held;
      held = workOn(consumer, task);
    }
  }

  /**
   * Works on one record and acknowledges it, unless it was lost.
   *
   * @return the record held at the end: the same, or another that is to be worked on
   */
  private ConsumerRecord<String, byte[]> workOn(
      ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> record) {
    Future<Attempt> attempt = tasks.submit(() -> attempt(record));
    underWay = attempt;
    if (handsBack) {
      attempt.cancel(true);
    }
    ConsumerRecord<String, byte[]> held = record;
    Optional<Attempt> outcome = outcome(attempt);
    while (outcome.isEmpty()) {
      held = renew(consumer, held);
      outcome = outcome(attempt);
    }
    if (outcome.get() instanceof Attempt.Broken broken) {
      acknowledge(consumer, held, AcknowledgeType.RELEASE);
      closed.countDown();
      events.broken(settings.queue(), broken.bug());
      return record;
    }
    if (same(held, record)) {
      boolean putBack = outcome.get() instanceof Attempt.PutBack;
      acknowledge(consumer, held, putBack ? handedBack(record) : AcknowledgeType.ACCEPT);
    }
    return held;
  }

  private static boolean same(
      ConsumerRecord<String, byte[]> one, ConsumerRecord<String, byte[]> other) {
    return one.partition() == other.partition() && one.offset() == other.offset();
  }

  /**
   * Sent first, acknowledged then: a task that is there twice is done once. One that cannot be sent
   * is released.
   */
  private AcknowledgeType handedBack(ConsumerRecord<String, byte[]> record) {
    AcknowledgeType type = AcknowledgeType.ACCEPT;
    try {
      publisher.publishAgain(record);
    } catch (TransientException | KafkaException e) {
      type = AcknowledgeType.RELEASE;
    }
    events.handedBack(settings.queue(), record.key());
    return type;
  }

  private Optional<Attempt> outcome(Future<Attempt> attempt) {
    try {
      return Optional.of(attempt.get(settings.renewal().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (CancellationException e) {
      return Optional.of(new Attempt.PutBack());
    } catch (ExecutionException e) {
      return Optional.of(new Attempt.Broken(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Attempt.Broken(e));
    }
  }

  /**
   * After a renewal the next poll returns the held record again; that object is to be acknowledged.
   * If the lock was lost it returns what it returns.
   */
  private static ConsumerRecord<String, byte[]> renew(
      ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> held) {
    acknowledge(consumer, held, AcknowledgeType.RENEW);
    ConsumerRecords<String, byte[]> again = consumer.poll(Duration.ofMillis(200));
    return again.isEmpty() ? held : again.iterator().next();
  }

  /**
   * A lock lost meanwhile is no fault: another worker repeats the task and finds its outputs there.
   */
  private static void acknowledge(
      ShareConsumer<String, byte[]> consumer,
      ConsumerRecord<String, byte[]> record,
      AcknowledgeType type) {
    try {
      consumer.acknowledge(record, type);
    } catch (IllegalStateException e) {
      return;
    }
    consumer.commitSync();
  }

  private Attempt attempt(ConsumerRecord<String, byte[]> record) {
    Duration waited = Duration.ofMillis(System.currentTimeMillis() - record.timestamp());
    events.taken(settings.queue(), waited, deliveries(record));
    try {
      return opened(record);
    } finally {
      events.released(settings.queue());
    }
  }

  private Attempt opened(ConsumerRecord<String, byte[]> record) {
    Envelope envelope;
    try {
      envelope = CloudEvents.open(bytes(record));
    } catch (InputException e) {
      return refuse(record, "", String.valueOf(record.key()), String.valueOf(e.getMessage()));
    }
    String name = Stage.of(settings.queue()).label();
    try (WorkScope scope =
        WorkScope.open(
            tracing, Work.taken(settings.queue(), name, envelope.about(), envelope.trace()))) {
      Attempt attempt = read(record, envelope, scope);
      attempt.failure().ifPresent(scope::failed);
      return attempt;
    }
  }

  private Attempt read(ConsumerRecord<String, byte[]> record, Envelope envelope, WorkScope scope) {
    Message task;
    try {
      task = envelope.message();
    } catch (InputException e) {
      return refuse(record, "", String.valueOf(record.key()), String.valueOf(e.getMessage()));
    }
    scope.about(WorkContext.of(task));
    int deliveries = deliveries(record);
    if (deliveries > MOST_DELIVERIES) {
      String reason = "ended " + (deliveries - 1) + " workers; see their logs";
      return refuse(record, task.study(), task.id(), reason);
    }
    return attempt(record, task);
  }

  private Attempt attempt(ConsumerRecord<String, byte[]> record, Message task) {
    Rereads rereads = new Rereads();
    for (int tries = 1; ; tries++) {
      try {
        events.started(settings.queue(), task.id());
        long from = System.nanoTime();
        handler.handle(task);
        events.finished(settings.queue(), task.id(), Duration.ofNanos(System.nanoTime() - from));
        return new Attempt.Done();
      } catch (TransientException | RefusedConnectionException e) {
        if (!waited(task.id(), tries, e)) {
          return new Attempt.PutBack();
        }
      } catch (InputException e) {
        if (!rereads.again(e)) {
          return refuse(record, task.study(), task.id(), String.valueOf(e.getMessage()));
        }
        if (!waited(task.id(), tries, e)) {
          return new Attempt.PutBack();
        }
      } catch (OutOfMemoryError e) {
        return refuse(record, task.study(), task.id(), outOfMemory(e));
      } catch (RuntimeException | Error e) {
        return new Attempt.Broken(e);
      }
    }
  }

  private String outOfMemory(OutOfMemoryError e) {
    return settings.name()
        + " ran out of memory ("
        + e.getMessage()
        + "): give it more, or a smaller batch";
  }

  private boolean waited(String task, int tries, RuntimeException reason) {
    Duration pause = BACKOFF.after(tries);
    events.waiting(settings.queue(), task, String.valueOf(reason.getMessage()), pause);
    events.retried(settings.queue(), why(reason));
    return waitedFor(pause);
  }

  private static RetryReason why(RuntimeException reason) {
    if (reason instanceof DamagedObjectException) {
      return RetryReason.DAMAGED;
    }
    return reason instanceof TransientException ? RetryReason.AWAY : RetryReason.REFUSED;
  }

  /**
   * The failure must be on record before the task is given up, so this waits for store and broker.
   */
  private Attempt refuse(
      ConsumerRecord<String, byte[]> record, String study, String task, String reason) {
    DeadLetter letter = letter(record, study, task, reason);
    for (int tries = 1; ; tries++) {
      try {
        deadLetters.add(letter);
        events.refused(settings.queue(), task, reason);
        return new Attempt.Refused(reason);
      } catch (TransientException | RefusedConnectionException e) {
        if (!waited(task, tries, e)) {
          return new Attempt.PutBack();
        }
      }
    }
  }

  private DeadLetter letter(
      ConsumerRecord<String, byte[]> record, String study, String task, String reason) {
    return new DeadLetter(
        study,
        task,
        reason,
        record.topic(),
        record.partition(),
        record.offset(),
        deliveries(record),
        settings.name(),
        event(bytes(record)));
  }

  private static int deliveries(ConsumerRecord<String, byte[]> record) {
    return record.deliveryCount().map(Short::intValue).orElse(1);
  }

  private static String event(byte[] bytes) {
    return bytes.length <= LONGEST_EVENT
        ? new String(bytes, StandardCharsets.UTF_8)
        : new String(bytes, 0, LONGEST_EVENT, StandardCharsets.UTF_8)
            + "… (cut: "
            + bytes.length
            + " bytes in all)";
  }

  /** A record may lack a value: none of ours does. */
  private static byte[] bytes(ConsumerRecord<String, byte[]> record) {
    return Objects.requireNonNullElse(record.value(), new byte[0]);
  }

  private void pause(String reason) {
    Duration pause = BACKOFF.after(3);
    events.waiting(settings.queue(), "", reason, pause);
    events.retried(settings.queue(), RetryReason.SESSION);
    waitedFor(pause);
  }

  /** Whether the time passed and there is still something to do. */
  private boolean waitedFor(Duration pause) {
    try {
      return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
