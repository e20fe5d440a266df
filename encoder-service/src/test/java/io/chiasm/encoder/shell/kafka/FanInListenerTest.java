package io.chiasm.encoder.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoding.testing.Made;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FanInListenerTest {
  private static final int BLOCKS = 8;
  private static final ObjectKey KEY = ObjectLayout.fanIn("study", "f1");

  private final MemoryStore memory = new MemoryStore("chiasm");
  private final List<String> requests = new ArrayList<>();
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private UnaryOperator<Object> answers = answer -> answer;
  private final TensorStore store = counted();
  private final FanInListener listener = listener();
  private final FanIn fanIn =
      new FanIn(
          "study",
          IntStream.range(0, BLOCKS).mapToObj(i -> new BlockRows(block(i), List.of())).toList(),
          new GramTask("features", Scaling.NONE, ObjectLayout.gram("g1")),
          List.of());

  @Test
  void theLastBlockLeadsToGramMatricesAndToOneWordOfThem() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    // When
    for (int i = 0; i < BLOCKS; i++) {
      assertThat(said()).isEmpty();
      hear(i);
    }
    hear(0);
    // Then
    assertThat(memory.exists(fanIn.gram().result())).isTrue();
    assertThat(said()).containsExactly(new GramsStored("study", "g1", KEY));
  }

  @Test
  void aWordOfOneBlockCostsNoLookAtAllOfThem() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    // When
    for (int i = 0; i < BLOCKS - 1; i++) {
      hear(i);
    }
    // Then
    assertThat(Collections.frequency(requests, "list")).isEqualTo(1);
    assertThat(Collections.frequency(requests, "read")).isEqualTo(1);
  }

  @Test
  void blocksMayComeInAnyOrderAndAgain() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    // When
    for (int i : new int[] {7, 7, 3, 6, 0, 1, 3, 5, 2, 4}) {
      hear(i);
    }
    // Then
    assertThat(said()).hasSize(1);
  }

  @Test
  void anotherProcessGoesOnWhereOneWasLost() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    for (int i = 0; i < BLOCKS - 1; i++) {
      hear(i);
    }
    // When: the last word is delivered again, to a process that knows nothing.
    FanInListener other = listener();
    other.onActivations(event(BLOCKS - 1, put(BLOCKS - 1)));
    // Then
    assertThat(said()).hasSize(1);
  }

  /** The study was deleted, cleaned up after, and submitted again. */
  @Test
  void matricesThatWereDeletedAreFormedAgain() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    IntStream.range(0, BLOCKS).forEach(this::hear);
    memory.delete(fanIn.gram().result());
    // When
    hear(0);
    // Then
    assertThat(memory.exists(fanIn.gram().result())).isTrue();
  }

  @Test
  void whatIsRefusedIsRefusedOnceHoweverOftenItIsHeard() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    for (int i = 0; i < BLOCKS; i++) {
      new StoredTensors(memory).put(block(i), Made.floats(i, 2, 4, 1, 1));
    }
    // When
    hearOf(0);
    hearOf(1);
    // Then
    assertThat(said()).hasSize(1).allMatch(DeadLetter.class::isInstance);
    listener.onActivations(event(0, null));
    assertThat(said()).hasSize(2);
  }

  @Test
  void aFanInThatIsGoneIsADeadLetterAndNoEndOfTheListening() {
    hear(0);
    assertThat(said()).hasSize(1).allMatch(DeadLetter.class::isInstance);
  }

  /** As when this process was suspended between its look and the work. */
  @Test
  void matricesThatAnotherProcessFormedMeanwhileAreNoneOfItsWork() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    IntStream.range(0, BLOCKS - 1).forEach(this::hear);
    TensorRef last = put(BLOCKS - 1);
    answers =
        answer -> {
          if (requests.get(requests.size() - 1).equals("list")) {
            memory.put(fanIn.gram().result(), Content.of(new byte[] {1}));
            IntStream.range(0, BLOCKS).forEach(i -> memory.delete(block(i)));
          }
          return answer;
        };
    // When
    listener.onActivations(event(BLOCKS - 1, last));
    // Then
    assertThat(said()).containsExactly(new GramsStored("study", "g1", KEY));
  }

  @Test
  void aBugIsADeadLetterAndNoEndOfTheListening() {
    // Given
    new Documents(memory).put(KEY, fanIn);
    IntStream.range(0, BLOCKS - 1).forEach(this::hear);
    TensorRef last = put(BLOCKS - 1);
    answers =
        answer -> {
          if (requests.get(requests.size() - 1).equals("put")) {
            answers = same -> same;
            throw new IndexOutOfBoundsException("a slip of ours");
          }
          return answer;
        };
    // When
    listener.onActivations(event(BLOCKS - 1, last));
    // Then
    assertThat(said()).hasSize(1).allMatch(DeadLetter.class::isInstance);
    assertThat(((DeadLetter) said().get(0)).reason()).contains("bug", "a slip of ours");
    // When
    listener.onActivations(event(BLOCKS - 1, null));
    // Then
    assertThat(said()).last().isEqualTo(new GramsStored("study", "g1", KEY));
  }

  /** The block is there already. */
  private void hearOf(int number) {
    listener.onActivations(event(number, new StoredTensors(memory).ref(block(number))));
  }

  private void hear(int number) {
    listener.onActivations(event(number, put(number)));
  }

  private TensorRef put(int number) {
    return new StoredTensors(memory).put(block(number), Made.floats(number, 2, 4, 5, 5));
  }

  private static byte[] event(int number, @Nullable TensorRef activations) {
    return CloudEvents.write(
        new ActivationsStored("study", "f1/" + number, KEY, activations), "extractor");
  }

  private static ObjectKey block(int number) {
    return ObjectLayout.activations("a1").child("b" + number + ".npy");
  }

  private List<Message> said() {
    return producer.history().stream().map(record -> CloudEvents.read(record.value())).toList();
  }

  private FanInListener listener() {
    return new FanInListener(
        store,
        new Publisher(producer, "encoder", Tracing.OFF),
        new Computing(Made.resources()),
        Telemetry.OFF,
        StoreEvents.NONE);
  }

  private TensorStore counted() {
    return (TensorStore)
        Proxy.newProxyInstance(
            TensorStore.class.getClassLoader(),
            new Class<?>[] {TensorStore.class},
            (proxy, method, arguments) -> {
              requests.add(method.getName());
              try {
                return answers.apply(method.invoke(memory, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
