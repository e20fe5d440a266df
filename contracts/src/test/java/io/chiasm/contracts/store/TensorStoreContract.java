package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TensorStore} does. Tests share a store and keep apart by a prefix. */
public abstract class TensorStoreContract {
  private static final int MIB = 1 << 20;

  /** Larger than a part of a multipart upload, and no whole number of parts. */
  private static final int SEVERAL_PARTS = 19 * MIB + 13;

  private ObjectKey prefix = new ObjectKey("contract");

  /** The store under test. */
  protected abstract TensorStore store();

  @BeforeEach
  void ownPrefix() {
    prefix = new ObjectKey("contract-" + UUID.randomUUID());
  }

  @AfterEach
  void tidy() {
    store().list(prefix).forEach(store()::delete);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 8 * MIB, SEVERAL_PARTS})
  void whatIsPutCanBeRead(int size) throws IOException {
    // Given
    byte[] bytes = bytes(size);
    ObjectKey key = prefix.child("tensor.npy");
    ObjectStat expected = new ObjectStat(size, Sha256.of(bytes));
    // When
    ObjectStat stat = store().put(key, Content.of(bytes));
    // Then
    assertThat(stat).isEqualTo(expected);
    assertThat(store().stat(key)).contains(expected);
    assertThat(store().exists(key)).isTrue();
    assertThat(read(key)).isEqualTo(bytes);
  }

  @Test
  void aFileCanBePut(@TempDir Path folder) throws IOException {
    // Given
    Path file = Files.write(folder.resolve("x"), bytes(100_000));
    // When
    store().put(prefix.child("x"), Content.of(file));
    // Then
    assertThat(read(prefix.child("x"))).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aKeyMayUseEveryAllowedCharacter() throws IOException {
    // Given
    ObjectKey key = prefix.child("Network=b0_x-1.5").child("a..b").child(".hidden");
    // When
    store().put(key, Content.of(bytes(10)));
    // Then
    assertThat(read(key)).isEqualTo(bytes(10));
    assertThat(store().list(prefix)).containsExactly(key);
  }

  @Test
  void puttingAgainReplaces() throws IOException {
    // Given
    ObjectKey key = prefix.child("a");
    store().put(key, Content.of(bytes(1000)));
    // When
    store().put(key, Content.of(bytes(10)));
    // Then
    assertThat(read(key)).isEqualTo(bytes(10));
    assertThat(store().stat(key)).contains(new ObjectStat(10, Sha256.of(bytes(10))));
  }

  @Test
  void aMissingObjectIsSaidToBeMissing() {
    ObjectKey key = prefix.child("missing");
    assertThat(store().stat(key)).isEmpty();
    assertThat(store().exists(key)).isFalse();
    assertThatThrownBy(() -> store().open(key))
        .isInstanceOf(MissingObjectException.class)
        .hasMessageContaining(key.value());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 1000", "1, 998", "999, 1", "400, 600"})
  void aPartOfAnObjectCanBeRead(int from, int length) throws IOException {
    // Given
    ObjectKey key = prefix.child("parts");
    store().put(key, Content.of(bytes(1000)));
    // When
    try (ObjectStream part = store().open(key, from, length)) {
      // Then
      assertThat(part.stat()).isEqualTo(new ObjectStat(length, null));
      assertThat(part.readAllBytes())
          .isEqualTo(Arrays.copyOfRange(bytes(1000), from, from + length));
    }
  }

  @Test
  void aPartBehindTheEndOrOfNoObjectIsNamed() {
    ObjectKey key = prefix.child("short");
    store().put(key, Content.of(bytes(10)));
    assertThatThrownBy(() -> store().open(key, 10, 5))
        .isInstanceOf(DamagedObjectException.class)
        .hasMessageContaining(key.value());
    assertThatThrownBy(() -> store().open(prefix.child("missing"), 0, 5))
        .isInstanceOf(MissingObjectException.class);
  }

  @Test
  void listingGivesTheKeysBelowAPrefixInOrder() {
    // Given
    List<ObjectKey> keys =
        List.of("b/x", "b/Y", "b/deep/er/z", "b.c/1", "bc/1", "a/1").stream()
            .map(name -> new ObjectKey(prefix + "/" + name))
            .toList();
    keys.forEach(key -> store().put(key, Content.of(bytes(1))));
    // Then
    assertThat(store().list(prefix.child("b")))
        .containsExactly(keys.get(1), keys.get(2), keys.get(0));
    assertThat(store().list(prefix)).containsExactlyElementsOf(keys.stream().sorted().toList());
    assertThat(store().list(prefix.child("none"))).isEmpty();
  }

  @Test
  void pagesShowEachObjectOnceInOrderWithItsSizeAndAge() {
    // Given
    Instant before = store().page(prefix, null, 9).isEmpty() ? putAndAge("clock") : Instant.MAX;
    for (int i = 0; i < 7; i++) {
      store().put(prefix.child("b").child("n" + i), Content.of(bytes(i)));
    }
    store().put(prefix.child("b.c"), Content.of(bytes(1)));
    // When
    List<StoredObject> shown = new ArrayList<>();
    @Nullable ObjectKey after = null;
    List<StoredObject> page;
    do {
      page = store().page(prefix.child("b"), after, 3);
      shown.addAll(page);
      after = page.isEmpty() ? after : page.get(page.size() - 1).key();
    } while (page.size() == 3);
    // Then
    assertThat(shown)
        .extracting(object -> object.key().value().substring(prefix.value().length()))
        .containsExactly("/b/n0", "/b/n1", "/b/n2", "/b/n3", "/b/n4", "/b/n5", "/b/n6");
    assertThat(shown).extracting(StoredObject::bytes).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(shown).allMatch(object -> !object.modified().isBefore(before));
    List<StoredObject> each = new ArrayList<>();
    store().each(prefix.child("b"), each::add);
    assertThat(each).isEqualTo(shown);
  }

  private Instant putAndAge(String name) {
    store().put(prefix.child(name), Content.of(bytes(1)));
    return store().page(prefix, null, 1).get(0).modified();
  }

  @Test
  void aDeletedObjectIsGoneAndDeletingAgainIsNoFailure() {
    // Given
    ObjectKey key = prefix.child("a");
    store().put(key, Content.of(bytes(1)));
    // When
    store().delete(key);
    store().delete(key);
    // Then
    assertThat(store().stat(key)).isEmpty();
    assertThat(store().list(prefix)).isEmpty();
  }

  @Test
  void aStreamMayBeClosedEarly() throws IOException {
    // Given
    ObjectKey key = prefix.child("a");
    store().put(key, Content.of(bytes(MIB)));
    // When
    try (InputStream in = store().open(key)) {
      assertThat(in.readNBytes(10)).isEqualTo(java.util.Arrays.copyOf(bytes(MIB), 10));
    }
    // Then
    assertThat(read(key)).hasSize(MIB);
  }

  @Test
  void manyThreadsMayUseIt() throws Exception {
    // Given
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      // When
      List<Future<byte[]>> read =
          IntStream.range(0, 32)
              .mapToObj(
                  i -> threads.submit(() -> putAndRead(prefix.child("n" + i), bytes(i * 999))))
              .toList();
      // Then
      for (int i = 0; i < read.size(); i++) {
        assertThat(read.get(i).get()).isEqualTo(bytes(i * 999));
      }
      assertThat(store().list(prefix)).hasSize(32);
    } finally {
      threads.shutdownNow();
    }
  }

  private byte[] putAndRead(ObjectKey key, byte[] bytes) throws IOException {
    store().put(key, Content.of(bytes));
    return read(key);
  }

  private byte[] read(ObjectKey key) throws IOException {
    try (InputStream in = store().open(key)) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
