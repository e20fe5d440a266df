package io.chiasm.contracts.shell.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Backoff;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server misused, stopped and started. */
class MinioFaultsTest {
  private static final ObjectKey KEY = new ObjectKey("a/b");
  private static final Content CONTENT = Content.of(new byte[] {1, 2, 3});

  /** Many pauses, so that a server that is soon back is soon noticed. */
  private static final RetryPolicy PATIENT =
      new RetryPolicy(
          new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)), Duration.ofSeconds(60));

  private final Path folder;

  MinioFaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aWrongSecretIsTheUsersToMend() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0)) {
      StoreSettings right = server.settings("study");
      StoreSettings wrong =
          new StoreSettings(right.endpoint(), "study", right.accessKey(), "wrong", "us-east-1");
      assertThatThrownBy(() -> MinioStore.connect(wrong))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(right.endpoint().toString())
          .hasMessageContaining("check access key, secret key");
    }
  }

  @Test
  void aServerThatIsNotThereIsWaitedFor() throws Exception {
    int port;
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0)) {
      port = server.port();
    }
    assertThatThrownBy(() -> MinioStore.connect(EmbeddedS3.settings(port, "study")))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("http://127.0.0.1:" + port)
        .hasMessageContaining("bucket study");
  }

  @Test
  void aHostThatNobodyKnowsIsNamed() {
    StoreSettings unknown =
        new StoreSettings(URI.create("http://store.invalid:9000"), "study", "a", "b", "us-east-1");
    assertThatThrownBy(() -> MinioStore.connect(unknown))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("store.invalid")
        .hasMessageContaining("no host named 'store.invalid' is known");
  }

  @Test
  void httpsToAServerThatSpeaksHttpIsTheUsersToMend() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0)) {
      URI secure = URI.create("https://127.0.0.1:" + server.port());
      StoreSettings settings = new StoreSettings(secure, "study", "a", "b", "us-east-1");
      assertThatThrownBy(() -> MinioStore.connect(settings))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("check http or https");
    }
  }

  @Test
  void aBucketThatIsTakenAwayIsNamed() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0);
        MinioStore store = MinioStore.connect(server.settings("study"))) {
      // Given
      java.nio.file.Files.delete(folder.resolve("study"));
      // Then
      assertThatThrownBy(() -> store.put(KEY, CONTENT))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no bucket 'study'");
      assertThatThrownBy(() -> store.list(KEY))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no bucket 'study'");
    }
  }

  @Test
  void theServersWordsAreKept() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0);
        MinioStore store = MinioStore.connect(server.settings("study"))) {
      // Given a key that is also a prefix, which a server over a folder cannot keep
      store.put(KEY, CONTENT);
      // Then
      assertThatThrownBy(() -> store.put(KEY.child("c"), CONTENT))
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("put a/b/c: HTTP 500, ");
    }
  }

  @Test
  void contentThatCannotBeReadIsNoFaultOfTheStore() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0);
        MinioStore store = MinioStore.connect(server.settings("study"))) {
      Content broken = new ReadableOnce();
      assertThatThrownBy(() -> store.put(KEY, broken))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("cannot read what should become object a/b")
          .hasMessageContaining("disk on fire");
      assertThat(store.exists(KEY)).isFalse();
    }
  }

  @Test
  void foreignObjectsAreNotListed() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0);
        MinioStore store = MinioStore.connect(server.settings("study"))) {
      // Given
      store.put(KEY, CONTENT);
      java.nio.file.Files.write(folder.resolve("study/a/my notes.txt"), new byte[] {1});
      // Then
      assertThat(store.list(new ObjectKey("a"))).containsExactly(KEY);
    }
  }

  @Test
  void anObjectOfOtherSoftwareHasNoDigest() throws Exception {
    try (EmbeddedS3 server = new EmbeddedS3(folder, 0);
        MinioStore store = MinioStore.connect(server.settings("study"))) {
      // Given
      java.nio.file.Files.createDirectories(folder.resolve("study/a"));
      java.nio.file.Files.write(folder.resolve("study/a/b"), new byte[] {1});
      // Then
      assertThat(store.stat(KEY)).contains(new ObjectStat(1, null));
    }
  }

  @Test
  void aServerThatComesBackIsUsedAgain() throws Exception {
    EmbeddedS3 first = new EmbeddedS3(folder, 0);
    try (StoreConnection connection = OpenedStore.open(first.settings("study"), PATIENT)) {
      connection.store().put(KEY, CONTENT);
      // When the server goes away, and comes back while a call waits
      first.close();
      CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> read(connection));
      assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      try (EmbeddedS3 second = new EmbeddedS3(folder, first.port())) {
        // Then
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(read.get(30, TimeUnit.SECONDS)).containsExactly(1, 2, 3);
        assertThat(connection.store().stat(KEY))
            .contains(new ObjectStat(3, Sha256.of(new byte[] {1, 2, 3})));
      }
    }
  }

  private static byte[] read(StoreConnection connection) {
    try (InputStream in = connection.store().open(KEY)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The digest can be made, the upload not. */
  private static final class ReadableOnce implements Content {
    private boolean opened;

    @Override
    public long bytes() {
      return 1;
    }

    @Override
    public InputStream open() {
      if (!opened) {
        opened = true;
        return new java.io.ByteArrayInputStream(new byte[1]);
      }
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw new IOException("disk on fire");
        }
      };
    }
  }
}
