package io.chiasm.aggregator.shell.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.results.Results;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.report.writing.file.ResultFile;
import java.util.List;
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
  void whatWasPutIsKnownWithItsSizeAndDigest() {
    try (ResultsFolder folder = new ResultsFolder(store, FOLDER)) {
      // When
      folder.put("tables/b.csv", new byte[] {1, 2});
      folder.put("a", new byte[] {3});
      folder.await();
      // Then
      assertThat(folder.files())
          .containsExactly(
              new ResultFile("a", 1, Sha256.of(new byte[] {3}).value()),
              new ResultFile("tables/b.csv", 2, Sha256.of(new byte[] {1, 2}).value()));
    }
  }

  @Test
  void aCopyIsAFileLikeAnyOther() {
    // Given
    ObjectKey from = new ObjectKey("encodings/array");
    store.put(from, Content.of(new byte[] {1, 2, 3}));
    try (ResultsFolder folder = new ResultsFolder(store, FOLDER)) {
      // When
      folder.put("vertices/a.npy", () -> store.read(from));
      folder.await();
      // Then
      assertThat(store.read(FOLDER.child("vertices/a.npy"))).containsExactly(1, 2, 3);
      assertThat(folder.files())
          .containsExactly(
              new ResultFile("vertices/a.npy", 3, Sha256.of(new byte[] {1, 2, 3}).value()));
    }
  }

  @Test
  void aCopyOfWhatIsNotThereIsMissedByItsKey() {
    // Given
    ObjectKey gone = new ObjectKey("encodings/gone");
    try (ResultsFolder folder = new ResultsFolder(store, FOLDER)) {
      // When
      folder.put("vertices/a.npy", () -> store.read(gone));
      // Then
      assertThatThrownBy(folder::await)
          .isInstanceOfSatisfying(
              MissingObjectException.class, e -> assertThat(e.key()).isEqualTo(gone));
    }
  }

  @Test
  void filesAreKnownFromTheListOrOneByOne() {
    // Given
    byte[] text = {1, 2};
    store.put(FOLDER.child("a"), Content.of(text));
    Results results = new Results(store);
    List<ResultFile> looked = results.files("made-1");
    // When
    store.put(ObjectLayout.resultFiles("made-1"), Content.of(Json.write(looked)));
    store.delete(FOLDER.child("a"));
    // Then
    assertThat(looked).containsExactly(new ResultFile("a", 2, Sha256.of(text).value()));
    assertThat(results.files("made-1")).isEqualTo(looked);
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
