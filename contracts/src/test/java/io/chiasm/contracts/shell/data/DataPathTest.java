package io.chiasm.contracts.shell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.minio.EmbeddedS3;
import io.chiasm.contracts.tensor.NpyFile;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets of a real S3 server, read as files. */
class DataPathTest {
  /** More than one window of a channel, and not a multiple of any. */
  private static final int LARGE = (5 << 20) + 12_345;

  private static EmbeddedS3 server;
  private static MinioClient client;
  private static BucketFileSystem system;
  private static byte[] large;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new EmbeddedS3(folder, 0);
    String endpoint = "http://127.0.0.1:" + server.port();
    client =
        MinioClient.builder()
            .endpoint(endpoint)
            .credentials(EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY)
            .build();
    client.makeBucket(MakeBucketArgs.builder().bucket("data").build());
    large = new byte[LARGE];
    new Random(3).nextBytes(large);
    put("set/subj01/large.bin", large);
    put("set/subj01/empty", new byte[0]);
    put("set/subj01/ä b.txt", new byte[] {1, 2, 3});
    put("set/subj02/x", new byte[] {4});
    put("set/readme", new byte[] {5});
    for (int i = 0; i < 1100; i++) {
      put("many/%04d".formatted(i), new byte[] {6});
    }
    system = system(endpoint, EmbeddedS3.SECRET_KEY);
  }

  private static BucketFileSystem system(String endpoint, String secret) {
    return DataPath.system(
        Map.of(
            "CHIASM_DATA_ENDPOINT",
            endpoint,
            "CHIASM_STORE_ENDPOINT",
            "http://127.0.0.1:1",
            "CHIASM_STORE_ACCESS_KEY",
            EmbeddedS3.ACCESS_KEY,
            "CHIASM_DATA_SECRET_KEY",
            secret));
  }

  private static void put(String key, byte[] bytes) throws Exception {
    client.putObject(
        PutObjectArgs.builder().bucket("data").object(key).stream(
                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
            .build());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static Path path(String key) {
    return system.getPath("s3://data/" + key);
  }

  @Test
  void commonBeginningsAreFolders() throws Exception {
    assertThat(Files.isDirectory(path("set"))).isTrue();
    assertThat(Files.isDirectory(path("set/subj01"))).isTrue();
    assertThat(Files.isDirectory(path("se"))).isFalse();
    assertThat(Files.isRegularFile(path("set/readme"))).isTrue();
    assertThat(Files.exists(path("set/absent"))).isFalse();
    assertThat(names(path("set"))).containsExactly("readme", "subj01", "subj02");
    assertThat(names(path("set/subj01")))
        .containsExactlyInAnyOrder("empty", "large.bin", "ä b.txt");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  @Test
  void longFoldersAreListedWhole() throws Exception {
    assertThat(names(path("many"))).hasSize(1100).isSorted();
  }

  @Test
  void patternsSelectEntries() throws Exception {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path("set"), "subj*")) {
      entries.forEach(entry -> found.add(entry.toString()));
    }
    assertThat(found).containsExactly("s3://data/set/subj01", "s3://data/set/subj02");
  }

  @Test
  void objectsAreReadWhole() throws Exception {
    assertThat(Files.readAllBytes(path("set/subj01/large.bin"))).isEqualTo(large);
    assertThat(Files.readAllBytes(path("set/subj01/ä b.txt"))).containsExactly(1, 2, 3);
    assertThat(Files.size(path("set/subj01/large.bin"))).isEqualTo(LARGE);
  }

  @Test
  void emptyObjectsAreReadAsEmpty() throws Exception {
    assertThat(Files.readAllBytes(path("set/subj01/empty"))).isEmpty();
  }

  @Test
  void anyPositionIsRead() throws Exception {
    Random random = new Random(5);
    try (FileChannel channel =
        FileChannel.open(path("set/subj01/large.bin"), StandardOpenOption.READ)) {
      assertThat(channel.size()).isEqualTo(LARGE);
      for (int i = 0; i < 30; i++) {
        int from = random.nextInt(LARGE);
        ByteBuffer piece = ByteBuffer.allocate(Math.min(1 + random.nextInt(1 << 20), LARGE - from));
        while (piece.hasRemaining()) {
          channel.read(piece, from + piece.position());
        }
        assertThat(piece.array())
            .isEqualTo(Arrays.copyOfRange(large, from, from + piece.capacity()));
      }
      assertThat(channel.read(ByteBuffer.allocate(1), LARGE)).isEqualTo(-1);
    }
  }

  @Test
  void anObjectThatChangesWhileItIsReadIsRefused() throws Exception {
    byte[] first = new byte[LARGE];
    put("changing", first);
    try (SeekableByteChannel channel = Files.newByteChannel(path("changing"))) {
      put("changing", large);
      channel.position(LARGE - 1);
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(InputException.class)
          .hasMessage("s3://data/changing: changed while it was read; let it rest and try again");
    }
  }

  @Test
  void anObjectThatIsNotWhatItsFolderSaidIsRefused() throws Exception {
    put("folder/changing", new byte[10]);
    Path listed;
    try (Stream<Path> entries = Files.list(path("folder"))) {
      listed = entries.findFirst().orElseThrow();
    }
    put("folder/changing", new byte[11]);
    assertThatThrownBy(() -> Files.readAllBytes(listed))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("10 bytes when its folder was listed, 11 now");
  }

  @Test
  void whatIsAbsentIsTold() {
    assertThatThrownBy(() -> Files.readAllBytes(path("set/absent")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("s3://data/set/absent");
    assertThatThrownBy(() -> Files.list(path("set/readme")))
        .isInstanceOf(NotDirectoryException.class);
    assertThatThrownBy(() -> NpyFile.open(path("set/absent.npy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("s3://data/set/absent.npy");
  }

  @Test
  void aBucketThatDoesNotExistIsTold() {
    assertThatThrownBy(() -> Files.exists(system.getPath("s3://elsewhere/x")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no bucket 'elsewhere'");
  }

  @Test
  void aWrongSecretIsTold() {
    Path other =
        system("http://127.0.0.1:" + server.port(), "wrong").getPath("s3://data/set/readme");
    assertThatThrownBy(() -> Files.readAllBytes(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("access refused");
  }

  @Test
  void missingSettingsAreNamed() {
    Path path = DataPath.system(Map.of()).getPath("s3://data/x");
    assertThatThrownBy(() -> Files.exists(path))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CHIASM_DATA_ENDPOINT is missing");
  }

  @Test
  void aSecretMayLieInAFile(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), EmbeddedS3.SECRET_KEY + "\n");
    Path path =
        DataPath.system(
                Map.of(
                    "CHIASM_STORE_ENDPOINT",
                    "http://127.0.0.1:" + server.port(),
                    "CHIASM_STORE_ACCESS_KEY",
                    EmbeddedS3.ACCESS_KEY,
                    "CHIASM_DATA_SECRET_KEY_FILE",
                    secret.toString(),
                    "CHIASM_STORE_SECRET_KEY",
                    "the store's own"))
            .getPath("s3://data/set/readme");
    assertThat(Files.readAllBytes(path)).containsExactly(5);
  }

  @Test
  void bucketsAreNotWritten() {
    assertThatThrownBy(() -> Files.writeString(path("new"), "x"))
        .isInstanceOf(ReadOnlyFileSystemException.class);
    assertThatThrownBy(() -> Files.delete(path("set/readme")))
        .isInstanceOf(ReadOnlyFileSystemException.class);
  }
}
