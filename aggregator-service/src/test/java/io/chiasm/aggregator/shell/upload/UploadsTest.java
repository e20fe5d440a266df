package io.chiasm.aggregator.shell.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.study.Starts;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.bucket.BucketScheme;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadsTest {
  private final MemoryStore store = new MemoryStore("chiasm");
  private final Uploads uploads = uploads(1L << 30);

  private Uploads uploads(long mostKept) {
    return new Uploads(store, new UploadLimits(true, 1L << 30, 1L << 30), mostKept, new Starts());
  }

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Chunk chunk(byte[] bytes) {
    return new Chunk(Sha256.of(bytes), bytes.length);
  }

  private static InputStream body(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private UploadedFile send(String path, byte[] bytes) throws IOException {
    List<String> digests = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += Chunk.MOST_BYTES) {
      byte[] piece =
          Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Chunk.MOST_BYTES));
      uploads.put(chunk(piece).name(), body(piece));
      digests.add(Sha256.of(piece).value());
    }
    return new UploadedFile(path, bytes.length, digests);
  }

  private String make(UploadedFile... files) throws IOException {
    return uploads.add(send("files", Json.write(new UploadTree(List.of(files)))));
  }

  private Path root(String tree) {
    return new BucketFileSystem(BucketScheme.UPLOAD, new UploadBuckets(store))
        .getPath("upload:" + tree);
  }

  private void requireNothingStored() {
    assertThat(store.list(ObjectLayout.uploads())).isEmpty();
  }

  @Test
  void whatWasSentIsReadAsFilesAndFolders() throws IOException {
    byte[] large = random(1, Chunk.MOST_BYTES + 100_000);
    byte[] small = random(2, 300);
    Path root =
        root(
            make(
                send("net.onnx", large),
                send("subj01/masks/a.npy", small),
                send("subj01-extra", small),
                send("subj01/b", new byte[0])));
    assertThat(root.resolve("net.onnx")).hasBinaryContent(large);
    assertThat(root.resolve("subj01/masks/a.npy")).hasBinaryContent(small);
    assertThat(Files.size(root.resolve("subj01/b"))).isZero();
    assertThat(root.resolve("subj01/b")).isEmptyFile();
    assertThat(names(root)).containsExactlyInAnyOrder("net.onnx", "subj01", "subj01-extra");
    assertThat(names(root.resolve("subj01"))).containsExactlyInAnyOrder("masks", "b");
    assertThat(root.resolve("subj01")).isDirectory();
    assertThatThrownBy(() -> Files.readAllBytes(root.resolve("subj02/a")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(root.resolve("../../net.onnx").normalize()).hasBinaryContent(large);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void allStudiesTogetherHaveALimitThatCountsEachChunkOnce() throws IOException {
    // Given
    byte[] there = random(4, 600);
    uploads.put(chunk(there).name(), body(there));
    Uploads limited = uploads(1000);
    byte[] fits = random(5, 400);
    byte[] more = random(6, 1);
    // When
    limited.put(chunk(there).name(), body(there));
    limited.put(chunk(fits).name(), body(fits));
    // Then
    assertThatThrownBy(() -> limited.put(chunk(more).name(), body(more)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the server holds 1000 bytes of files that were sent, and takes 1000 of all studies"
                + " (CHIASM_UPLOADS_MOST_KEPT): 'chiasm gc' removes those that no kept study"
                + " names");
    assertThat(store.list(ObjectLayout.uploads())).hasSize(2);
  }

  @Test
  void aRangeMayLieAcrossChunks() throws IOException {
    byte[] large = random(3, 2 * Chunk.MOST_BYTES + 10);
    Path file = root(make(send("a", large))).resolve("a");
    ByteBuffer part = ByteBuffer.allocate(50);
    try (FileChannel channel = FileChannel.open(file)) {
      long from = 2L * Chunk.MOST_BYTES - 20;
      while (channel.read(part, from + part.position()) >= 0 && part.hasRemaining()) {
        continue;
      }
      assertThat(Arrays.copyOf(part.array(), 30))
          .isEqualTo(Arrays.copyOfRange(large, (int) from, large.length));
    }
  }

  @Test
  void aChunkThatIsNotWhatItsNameSaysIsNotStored() {
    byte[] bytes = random(4, 100);
    String name = chunk(bytes).name();
    byte[] other = random(5, 100);
    assertThatThrownBy(() -> uploads.put(name, body(other)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its bytes have the SHA-256 " + Sha256.of(other));
    assertThatThrownBy(() -> uploads.put(name, body(Arrays.copyOf(bytes, 99))))
        .hasMessageContaining("found only 99 bytes");
    assertThatThrownBy(() -> uploads.put(name, body(Arrays.copyOf(bytes, 101))))
        .hasMessageContaining("found more bytes");
    for (String wrong :
        List.of("x", "../../x-1", Sha256.of(bytes).value(), Sha256.of(bytes) + "-9000000")) {
      assertThatThrownBy(() -> uploads.put(wrong, body(bytes)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no chunk's name");
    }
    requireNothingStored();
  }

  @Test
  void aBodyThatBreaksOffLeavesNothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };
    assertThatThrownBy(() -> uploads.put(chunk(new byte[9]).name(), broken))
        .isInstanceOf(IOException.class);
    requireNothingStored();
  }

  @Test
  void onlyWhatIsMissingIsAskedFor() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = random(i, 8);
      names.add(chunk(bytes).name());
      if (i % 2 == 0) {
        uploads.put(chunk(bytes).name(), body(bytes));
      }
    }
    List<String> missing = uploads.missing(names);
    assertThat(missing).hasSize(1000).isSubsetOf(names).doesNotContain(names.get(0));
    assertThat(uploads.missing(names.subList(0, 2))).containsExactly(names.get(1));
    // The same bytes under another size are other bytes.
    String sized = names.get(0).replace("-8", "-9");
    assertThat(uploads.missing(List.of(sized))).containsExactly(sized);
  }

  @Test
  void tooLongAQuestionIsRefused() {
    String name = chunk(new byte[1]).name();
    assertThatThrownBy(() -> uploads.missing(java.util.Collections.nCopies(10_001, name)))
        .hasMessageContaining("at most 10000");
    assertThatThrownBy(() -> uploads.missing(Arrays.asList(name, null)))
        .isInstanceOf(InputException.class);
  }

  @Test
  void filesWhoseChunksAreNotAllThereAreNotMade() throws IOException {
    UploadedFile there = send("a", random(6, 10));
    UploadedFile absent = new UploadedFile("b/c", 10, List.of(Sha256.of(random(7, 10)).value()));
    assertThatThrownBy(() -> make(there, absent))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b/c: its chunk " + absent.chunks().get(0))
        .hasMessageContaining("is not there");
    UploadedFile longer = new UploadedFile("a", 11, there.chunks());
    assertThatThrownBy(() -> make(longer)).hasMessageContaining("is not there");
    assertThat(store.list(ObjectLayout.uploadTrees())).isEmpty();
  }

  @Test
  void aListOfFilesThatIsNoneIsRefused() throws IOException {
    for (String text :
        List.of(
            "{}",
            "[",
            "{\"files\":[{\"path\":\"../a\",\"bytes\":0,\"chunks\":[]}]}",
            "[".repeat(100_000),
            "{\"files\":[null]}",
            "null")) {
      UploadedFile description =
          send("files", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThatThrownBy(() -> uploads.add(description))
          .as(text.substring(0, Math.min(20, text.length())))
          .isInstanceOf(InputException.class);
    }
    List<String> many = java.util.Collections.nCopies(5, Sha256.of(new byte[1]).value());
    assertThatThrownBy(() -> uploads.add(new UploadedFile("files", 5L * Chunk.MOST_BYTES, many)))
        .hasMessageContaining("at most 33554432");
    assertThat(store.list(ObjectLayout.uploadTrees())).isEmpty();
  }

  @Test
  void damageInTheStoreIsNoticedWhileReadingAndNamesTheFile() throws IOException {
    byte[] bytes = random(8, 1000);
    String tree = make(send("net.onnx", bytes));
    byte[] damaged = bytes.clone();
    damaged[500]++;
    store.put(ObjectLayout.chunk(chunk(bytes).name()), Content.of(damaged));
    Path file = root(tree).resolve("net.onnx");
    assertThatThrownBy(() -> Files.readAllBytes(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "upload:"
                + tree
                + "/net.onnx: what was sent is damaged in the server's store: submit the study"
                + " again");
    store.delete(ObjectLayout.chunk(chunk(bytes).name()));
    assertThatThrownBy(() -> Files.readAllBytes(file)).hasMessageContaining("is no longer there");
    store.delete(ObjectLayout.uploadTree(tree));
    assertThatThrownBy(() -> Files.exists(root(tree))).hasMessageContaining("is no longer there");
  }

  @Test
  void moreThanFitIntoMemoryAreToldToComeAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(Uploads.AT_A_TIME);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < Uploads.AT_A_TIME; i++) {
      byte[] bytes = random(i, 10);
      InputStream slow =
          new ByteArrayInputStream(bytes) {
            @Override
            public synchronized byte[] readNBytes(int length) throws IOException {
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return super.readNBytes(length);
            }
          };
      Thread sender =
          new Thread(
              () -> {
                try {
                  uploads.put(chunk(bytes).name(), slow);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      sender.start();
      senders.add(sender);
    }
    begun.await();
    byte[] one = random(99, 10);
    assertThatThrownBy(() -> uploads.put(chunk(one).name(), body(one)))
        .isInstanceOf(BusyException.class);
    go.countDown();
    for (Thread sender : senders) {
      sender.join();
    }
    uploads.put(chunk(one).name(), body(one));
    assertThat(store.list(ObjectLayout.uploads())).hasSize(Uploads.AT_A_TIME + 1);
  }

  @Test
  void aServerMayTakeNothing() {
    Uploads closed = new Uploads(store, new UploadLimits(false, 1, 1), 1, new Starts());
    assertThatThrownBy(() -> closed.put(chunk(new byte[1]).name(), body(new byte[1])))
        .hasMessageContaining("CHIASM_UPLOADS=false");
    requireNothingStored();
  }
}
