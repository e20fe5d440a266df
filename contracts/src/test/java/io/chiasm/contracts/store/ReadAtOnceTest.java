package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ReadAtOnceTest {
  private static final ObjectKey KEY = new ObjectKey("documents/one");

  private final MemoryStore memory = new MemoryStore("bucket");

  @Test
  void allBytesAreThere() {
    byte[] bytes = {1, 2, 3};
    memory.put(KEY, Content.of(bytes));
    assertThat(memory.read(KEY)).isEqualTo(bytes);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> memory.read(KEY))
        .isInstanceOf(MissingObjectException.class)
        .hasMessageContaining("documents/one");
  }

  /** Its bytes are not touched. */
  @Test
  void whatNoArrayHoldsIsRefused() {
    TensorStore huge =
        new ForwardingStore(memory) {
          @Override
          public ObjectStream open(ObjectKey key) {
            return new ObjectStream(
                InputStream.nullInputStream(), new ObjectStat(TensorStore.MOST_AT_ONCE + 1, null));
          }
        };
    assertThatThrownBy(() -> huge.read(KEY))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "object documents/one: 1900000001 bytes are more than the 1900000000 that can be read"
                + " at once");
  }
}
