package io.chiasm.aggregator.shell.study;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker that can go away after so many records and come back. */
final class RefusingProducer extends MockProducer<String, byte[]> {
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger refused = new AtomicInteger();

  RefusingProducer() {
    super(true, null, new StringSerializer(), new ByteArraySerializer());
  }

  /** How many more records it takes. */
  void take(int count) {
    left.set(count);
  }

  int refused() {
    return refused.get();
  }

  @Override
  public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
    if (left.getAndDecrement() <= 0) {
      left.set(0);
      refused.incrementAndGet();
      return CompletableFuture.failedFuture(new TimeoutException("made: away"));
    }
    return super.send(record, callback);
  }
}
