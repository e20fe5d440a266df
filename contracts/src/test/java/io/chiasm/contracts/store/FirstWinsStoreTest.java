package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.ObjectLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstWinsStoreTest {
  private static final ObjectKey COMPUTED = ObjectLayout.activations("0123456789abcdef").child("b");
  private static final ObjectKey OTHER = ObjectLayout.registration("study-0");
  private static final byte[] FIRST = {1, 2, 3};
  private static final byte[] SECOND = {1, 2, 4};

  private final MemoryStore memory = new MemoryStore("memory");
  private final List<String> told = new ArrayList<>();
  private final TensorStore store = over(memory);

  @Test
  void theFirstComputationStaysAndADifferentOneIsTold() throws IOException {
    // Given
    ObjectStat first = store.put(COMPUTED, Content.of(FIRST));
    // When
    ObjectStat second = store.put(COMPUTED, Content.of(SECOND));
    // Then
    assertThat(second).isEqualTo(first);
    assertThat(read(COMPUTED)).isEqualTo(FIRST);
    assertThat(told).containsExactly(COMPUTED + " " + Sha256.of(FIRST) + " " + Sha256.of(SECOND));
  }

  @Test
  void theSameAgainIsNoNews() throws IOException {
    store.put(COMPUTED, Content.of(FIRST));
    store.put(COMPUTED, Content.of(FIRST));
    assertThat(read(COMPUTED)).isEqualTo(FIRST);
    assertThat(told).isEmpty();
  }

  @Test
  void whatKeysDoNotDetermineIsReplaced() throws IOException {
    store.put(OTHER, Content.of(FIRST));
    store.put(OTHER, Content.of(SECOND));
    assertThat(read(OTHER)).isEqualTo(SECOND);
    assertThat(told).isEmpty();
  }

  @Test
  void aDamagedFirstIsMended() throws IOException {
    // Given a body that was cut since
    store.put(COMPUTED, Content.of(FIRST));
    TensorStore damaged =
        over(
            new ForwardingStore(memory) {
              @Override
              public ObjectStream open(ObjectKey key) {
                return new ObjectStream(
                    new ByteArrayInputStream(FIRST, 0, 1), stat(key).orElseThrow());
              }
            });
    // When
    damaged.put(COMPUTED, Content.of(SECOND));
    // Then
    assertThat(read(COMPUTED)).isEqualTo(SECOND);
    assertThat(told).isEmpty();
  }

  @Test
  void oneThatWasPutInTheSameMomentStaysToo() throws IOException {
    // Given a store that says what the other has put
    TensorStore racing =
        over(
            new ForwardingStore(memory) {
              @Override
              public ObjectStat put(ObjectKey key, Content content) {
                ObjectStat mine = super.put(key, content);
                memory.put(key, Content.of(FIRST));
                return mine;
              }
            });
    // When
    ObjectStat stored = racing.put(COMPUTED, Content.of(SECOND));
    // Then
    assertThat(stored.sha256()).isEqualTo(Sha256.of(FIRST));
    assertThat(told).hasSize(1);
  }

  private TensorStore over(TensorStore inner) {
    return new FirstWinsStore(
        new VerifyingStore(inner),
        ObjectLayout::isComputed,
        (key, kept, other) -> told.add(key + " " + kept.sha256() + " " + other.sha256()));
  }

  private byte[] read(ObjectKey key) throws IOException {
    try (InputStream in = memory.open(key)) {
      return in.readAllBytes();
    }
  }
}
