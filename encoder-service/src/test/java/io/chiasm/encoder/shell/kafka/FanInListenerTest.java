package io.chiasm.encoder.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoder.testing.Made;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FanInListenerTest {
  private static final ObjectKey GRAM = ObjectLayout.gram("layer");
  private static final ObjectKey BLOCK = ObjectLayout.activations("layer").child("a.npy");
  private static final ObjectKey FAN_IN = ObjectLayout.fanIn("study", "layer");

  private final MemoryStore store = new MemoryStore("chiasm");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final FanInListener listener =
      new FanInListener(
          store,
          new Publisher(producer, "encoder", Tracing.OFF),
          new Computing(Made.resources()),
          Telemetry.OFF);

  /** The study was deleted, cleaned up after, and submitted again. */
  @Test
  void matricesThatWereDeletedAreFormedAgain() {
    TensorRef activations = stored(Made.floats(1, 6, 3, 4, 5));
    hear(activations);
    store.delete(GRAM);
    hear(activations);
    assertThat(store.exists(GRAM)).isTrue();
  }

  @Test
  void whatIsRefusedIsRefusedOnceHoweverOftenItIsHeard() {
    TensorRef activations = stored(Made.floats(1, 6, 3, 1, 1));
    hear(activations);
    hear(activations);
    assertThat(letters()).isEqualTo(1);
    hear(null);
    assertThat(letters()).isEqualTo(2);
  }

  private TensorRef stored(FloatTensor block) {
    new Documents(store)
        .put(
            FAN_IN,
            new FanIn(
                "study",
                List.of(new BlockRows(BLOCK, List.of())),
                new GramTask(SplitName.FEATURES.label(), Scaling.NONE, GRAM),
                List.of(),
                List.of()));
    return new StoredTensors(store).put(BLOCK, block);
  }

  private void hear(@Nullable TensorRef activations) {
    listener.onActivations(
        CloudEvents.write(
            new ActivationsStored("study", "layer/a", FAN_IN, activations), "extractor"));
  }

  private long letters() {
    return producer.history().stream()
        .filter(record -> record.topic().equals(Topic.DEAD_LETTERS.label()))
        .count();
  }
}
