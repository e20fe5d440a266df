package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryStoreTest extends TensorStoreContract {
  private final TensorStore store = new MemoryStore("memory");

  @Override
  protected TensorStore store() {
    return store;
  }

  @ParameterizedTest
  @CsvSource({"a, a/b", "a/b, a", "a/b/c, a"})
  void aKeyThatIsAlsoAPrefixIsRefused(String first, String second) {
    store.put(new ObjectKey(first), Content.of(new byte[1]));
    assertThatThrownBy(() -> store.put(new ObjectKey(second), Content.of(new byte[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prefix");
  }

  @Test
  void contentOfAnotherSizeThanItSaysIsRefused(@TempDir Path folder) throws IOException {
    // Given
    Path file = Files.write(folder.resolve("growing"), new byte[10]);
    Content content = Content.of(file);
    Files.write(file, new byte[11]);
    // Then
    assertThatThrownBy(() -> store.put(new ObjectKey("a"), content))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessage("object a: expected size 10, found 11");
  }
}
