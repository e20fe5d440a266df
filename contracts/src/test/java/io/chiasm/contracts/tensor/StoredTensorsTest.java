package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.FirstWinsStore;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.VerifyingStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredTensorsTest {
  private static final ObjectKey KEY = new ObjectKey("activations/early.npy");

  private final TensorStore store = new MemoryStore("study");
  private final StoredTensors tensors = new StoredTensors(store);

  @Test
  void aReferenceLeadsBackToTheTensor() {
    // Given
    FloatTensor tensor = NpyFixtures.counting(2, 3, 4);
    // When
    TensorRef ref = tensors.put(KEY, tensor);
    // Then
    assertThat(ref)
        .isEqualTo(
            new TensorRef(
                "study",
                KEY,
                Shape.of(2, 3, 4),
                ElementType.FLOAT32,
                224,
                Sha256.of(NpyFixtures.bytes("cube-c.npy"))));
    assertThat(tensors.floats(ref).values()).isEqualTo(tensor.values());
    assertThat(tensors.doubles(ref).shape()).isEqualTo(tensor.shape());
  }

  @Test
  void halvesAreTheBytesThatNumpyWouldSaveAndComeBackAsTheyAre() throws IOException {
    // Given
    FloatTensor halves =
        NpyReader.floats(NpyFixtures.open("halves.npy"), "halves", NpyLimits.STANDARD);
    // When
    TensorRef ref = tensors.putHalves(KEY, finite(halves));
    // Then
    assertThat(ref.type()).isEqualTo(ElementType.FLOAT16);
    assertThat(ref.bytes()).isEqualTo(128 + 2 * halves.shape().elements());
    assertThat(ref.sha256()).isEqualTo(Sha256.of(store.read(KEY)));
    assertThat(tensors.floats(ref).values()).isEqualTo(finite(halves).values());
    assertThat(tensors.ref(KEY)).isEqualTo(ref);
  }

  /** The payload of a NaN is nobody's. */
  private static FloatTensor finite(FloatTensor tensor) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isFinite(values[i]) ? values[i] : 0;
    }
    return new FloatTensor(tensor.shape(), values);
  }

  @Test
  void doublesAndWholeNumbersKeepTheirType() {
    // When
    TensorRef doubles = tensors.put(KEY, new DoubleTensor(Shape.of(2), new double[] {0.1, 1e300}));
    TensorRef longs =
        tensors.put(new ObjectKey("rois.npy"), new LongTensor(Shape.of(1), new long[] {1L << 60}));
    // Then
    assertThat(doubles.type()).isEqualTo(ElementType.FLOAT64);
    assertThat(tensors.doubles(doubles).values()).containsExactly(0.1, 1e300);
    assertThat(longs.type()).isEqualTo(ElementType.INT64);
    assertThat(tensors.longs(longs).values()).containsExactly(1L << 60);
  }

  @Test
  void aReferenceIsFoundAgainFromTheObject() {
    // Given
    TensorRef ref = tensors.put(KEY, NpyFixtures.counting(3, 2));
    // Then
    assertThat(tensors.ref(KEY)).isEqualTo(ref);
  }

  @Test
  void aFileBecomesAnObjectAsItIs() {
    // When
    TensorRef ref = tensors.put(KEY, NpyFixtures.path("rows-cube-fortran.npy"));
    // Then
    assertThat(ref.type()).isEqualTo(ElementType.INT16);
    assertThat(tensors.floats(ref).values()).isEqualTo(NpyFixtures.counting(60).values());
  }

  @Test
  void aMissingObjectIsNamed() {
    assertThatThrownBy(() -> tensors.ref(KEY)).isInstanceOf(MissingObjectException.class);
    TensorRef ref = tensors.put(KEY, FloatTensor.zeros(1));
    store.delete(KEY);
    assertThatThrownBy(() -> tensors.floats(ref))
        .isInstanceOf(MissingObjectException.class)
        .hasMessageContaining(KEY.value());
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] bytes = NpyFixtures.bytes("cube-c.npy");
    TensorRef ref = tensors.put(KEY, NpyFixtures.counting(2, 3, 4));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      store.put(KEY, Content.of(changed));
      assertThatThrownBy(() -> tensors.floats(ref))
          .as("byte %d", i)
          .isInstanceOf(DamagedObjectException.class)
          .hasMessageContaining(KEY.value());
    }
  }

  @Test
  void anObjectOfAnotherSizeIsNoticed() {
    byte[] bytes = NpyFixtures.bytes("cube-c.npy");
    TensorRef ref = tensors.put(KEY, NpyFixtures.counting(2, 3, 4));
    for (int length : new int[] {0, 100, bytes.length - 1, bytes.length + 1}) {
      store.put(KEY, Content.of(Arrays.copyOf(bytes, length)));
      assertThatThrownBy(() -> tensors.floats(ref))
          .isInstanceOf(DamagedObjectException.class)
          .hasMessageContaining("expected size 224, found ");
    }
  }

  @Test
  void aReferenceThatPromisesAnotherShapeOrTypeIsNoticed() {
    TensorRef ref = tensors.put(KEY, NpyFixtures.counting(2, 3));
    assertThatThrownBy(() -> tensors.floats(with(ref, Shape.of(3, 2), ref.type())))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessage("object " + KEY + ": expected shape (3, 2), found (2, 3)");
    assertThatThrownBy(() -> tensors.floats(with(ref, ref.shape(), ElementType.INT32)))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessageContaining("expected element type INT32, found FLOAT32");
  }

  @Test
  void anObjectThatIsNoTensorHasNoReference() {
    store.put(KEY, Content.of(new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> tensors.ref(KEY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(KEY.value());
  }

  @Test
  void tensorsOfOneObjectAreReadEachByItself() {
    // Given
    SortedMap<String, RealTensor> three = three();
    // When
    EncodingDocument document =
        new EncodingDocument(tensors.putTogether(KEY, three), List.of(), null);
    // Then
    assertThat(store.list(new ObjectKey("activations"))).containsExactly(KEY);
    for (String name : three.keySet()) {
      TensorPart part = document.part(name).orElseThrow();
      assertThat(tensors.floats(part).shape()).isEqualTo(three.get(name).shape());
      ObjectKey own = new ObjectKey("own/" + name);
      TensorRef alone = tensors.put(own, three.get(name));
      assertThat(tensors.bytes(part)).isEqualTo(store.read(own));
      assertThat(part.file().sha256()).isEqualTo(alone.sha256());
    }
    assertThat(document.part("d")).isEmpty();
  }

  @Test
  void tensorsThatAreObjectsOfTheirOwnAreReadAsBefore() {
    TensorRef one = tensors.put(KEY, NpyFixtures.counting(3));
    TensorRef other = tensors.put(new ObjectKey("other.npy"), NpyFixtures.counting(5));
    EncodingDocument document = new EncodingDocument(Map.of("a", one, "b", other), List.of(), null);
    assertThat(tensors.floats(document.part("b").orElseThrow()).values())
        .isEqualTo(NpyFixtures.counting(5).values());
    assertThat(document.part("b").orElseThrow()).isEqualTo(new TensorPart(other, 0, other.bytes()));
  }

  @Test
  void anyChangedByteOfAPartIsNoticed() {
    EncodingDocument document =
        new EncodingDocument(tensors.putTogether(KEY, three()), List.of(), null);
    TensorPart part = document.part("b").orElseThrow();
    byte[] bytes = store.read(KEY);
    for (long i = part.from(); i < part.from() + part.file().bytes(); i++) {
      byte[] changed = bytes.clone();
      changed[(int) i] ^= 1;
      store.put(KEY, Content.of(changed));
      assertThatThrownBy(() -> tensors.bytes(part)).isInstanceOf(DamagedObjectException.class);
      assertThatThrownBy(() -> tensors.floats(part)).isInstanceOf(DamagedObjectException.class);
    }
    store.put(KEY, Content.of(Arrays.copyOf(bytes, (int) part.from() + 3)));
    assertThatThrownBy(() -> tensors.bytes(part)).isInstanceOf(DamagedObjectException.class);
  }

  /** Two machines disagree in the last bit: the references are to what is there. */
  @Test
  void tensorsThatAnotherStoredFirstAreReferredToAsTheyAre() {
    // Given
    StoredTensors first = new StoredTensors(firstWins());
    SortedMap<String, TensorRef> kept = first.putTogether(KEY, three());
    SortedMap<String, RealTensor> others = three();
    others.put("b", NpyFixtures.counting(7));
    // Then
    assertThat(first.putTogether(KEY, others)).isEqualTo(kept);
  }

  private TensorStore firstWins() {
    return new FirstWinsStore(new VerifyingStore(store), key -> true, (key, there, other) -> {});
  }

  private static SortedMap<String, RealTensor> three() {
    return new TreeMap<>(
        Map.of(
            "a", NpyFixtures.counting(3),
            "b", NpyFixtures.counting(2, 3),
            "c", new DoubleTensor(Shape.of(2), new double[] {0.1, 1e300})));
  }

  private static TensorRef with(TensorRef ref, Shape shape, ElementType type) {
    return new TensorRef(ref.bucket(), ref.key(), shape, type, ref.bytes(), ref.sha256());
  }
}
