package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsFolderTest {
  private static final ObjectKey FOLDER = new ObjectKey("studies/made-1/results");
  private static final int MANY = 100;

  private final MemoryStore store = new MemoryStore("made");

  @Test
  void whatAnEarlierReportLeftIsGoneAndAllThatWasPutIsThere() {
    // Given
    store.put(FOLDER.child("old.csv"), Content.of(new byte[] {1}));
    try (ResultsFolder folder = new ResultsFolder(store, FOLDER)) {
      // When
      folder.empty();
      IntStream.range(0, MANY).forEach(i -> folder.put("table" + i, new byte[] {(byte) i}));
      folder.await();
    }
    // Then
    assertThat(store.list(FOLDER))
        .hasSize(MANY)
        .contains(FOLDER.child("table0"))
        .doesNotContain(FOLDER.child("old.csv"));
  }

  @Test
  void aFileThatCannotBePutIsToldBeforeTheReportCounts() {
    try (ResultsFolder folder = new ResultsFolder(store, FOLDER)) {
      folder.put("a", new byte[] {1});
      folder.await();
      folder.put("a/b", new byte[] {1});
      assertThatThrownBy(folder::await).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
