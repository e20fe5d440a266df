package io.chiasm.contracts.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.telemetry.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskWorkerTest {
  private static final Topic QUEUE = Topic.ENCODING_TASKS;

  private final List<String> worked = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();
  private final CountDownLatch handedOut = new CountDownLatch(1);
  private final Member member = new Member();

  /** Its lock is lost while it works on the first record: the broker gives out the second. */
  @Test
  void aTaskGivenOutInPlaceOfALostOneIsWorkedOnBeforeItIsAcknowledged() {
    // Given
    TaskWorker worker =
        new TaskWorker(
            new WorkerSettings(Brokers.at("nowhere:1"), QUEUE, "worker", Duration.ofMillis(5)),
            this::work,
            new MemoryStore("chiasm"),
            new Publisher(
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()),
                "test",
                Tracing.OFF),
            new Silence(),
            Tracing.OFF,
            () -> member);
    member.worker = worker;
    member.subscribe(List.of(QUEUE.label()));
    member.addRecord(record(0, "first"));
    // When
    worker.run();
    // Then
    assertThat(worked).containsExactly("first", "second");
    assertThat(acknowledged).containsExactly("1 accept");
  }

  private void work(Message task) {
    worked.add(task.id());
    if (task.id().equals("first")) {
      member.addRecord(record(1, "second"));
      await(handedOut);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConsumerRecord<String, byte[]> record(long offset, String id) {
    Message message = new EncodingStored("study", id, new ObjectKey("encodings/" + id + ".json"));
    return new ConsumerRecord<>(
        QUEUE.label(), 0, offset, id, CloudEvents.write(message, "aggregator"));
  }

  /** Whose lock was lost: it hands out what comes next, whatever is asked for. */
  private final class Member extends MockShareConsumer<String, byte[]> {
    private @Nullable TaskWorker worker;

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
      ConsumerRecords<String, byte[]> records = super.poll(timeout);
      records.records(QUEUE.label()).forEach(record -> noteSecond(record.offset()));
      return records;
    }

    private void noteSecond(long offset) {
      if (offset == 1) {
        handedOut.countDown();
      }
    }

    @Override
    public synchronized void acknowledge(
        ConsumerRecord<String, byte[]> record, AcknowledgeType type) {
      if (type != AcknowledgeType.RENEW) {
        acknowledged.add(record.offset() + " " + type);
        Objects.requireNonNull(worker).close();
      }
    }
  }

  private static final class Silence implements WorkerEvents {
    @Override
    public void started(Topic queue, String task) {}

    @Override
    public void finished(Topic queue, String task, Duration took) {}

    @Override
    public void refused(Topic queue, String task, String reason) {}

    @Override
    public void waiting(Topic queue, String task, String reason, Duration pause) {}

    @Override
    public void broken(Topic queue, Throwable bug) {}
  }
}
