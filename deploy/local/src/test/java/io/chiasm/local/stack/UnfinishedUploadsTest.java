package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Looks at the store's folder in the midst of uploads, where a killed store would leave it. */
class UnfinishedUploadsTest {
  private static final String BUCKET = "chiasm";
  private static final String STORED = "activations/0a/0b.npy";
  private static final byte[] CONTENT = new byte[1 << 16];

  private Path folder;
  private PagedListing store;

  @BeforeEach
  void openStore(@TempDir Path made) throws Exception {
    folder = made;
    store = new PagedListing(folder);
    store.createContainer(BUCKET);
    put(STORED, new ByteArrayInputStream(CONTENT));
  }

  @Test
  void whatAKilledStoreLeftIsNoObjectAndGoes() throws Exception {
    Path killed = folder.resolve("killed");
    put("activations/0a/0c.npy", new Watched(() -> copy(folder.resolve(BUCKET), killed)));
    assertThat(files(killed)).hasSize(2);
    PagedListing again = new PagedListing(folder);
    assertThat(keys(again, "killed")).containsExactly(STORED);

    UnfinishedUploads.remove(folder, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(files(killed)).containsExactly(killed.resolve(STORED));
  }

  @Test
  void partsOfALargeObjectGoWithTheirFolders() throws Exception {
    part("activations/0a/0d.npy");
    assertThat(files(folder)).hasSizeGreaterThan(1);
    assertThat(keys(store, BUCKET)).containsExactly(STORED);

    UnfinishedUploads.remove(folder, FileTime.from(Instant.now().plusSeconds(60)));
    try (Stream<Path> there = Files.list(folder.resolve(BUCKET))) {
      assertThat(there).containsExactly(folder.resolve(BUCKET).resolve("activations"));
    }
    assertThat(keys(store, BUCKET)).containsExactly(STORED);
  }

  /** Such as results of a network that somebody named so. */
  @Test
  void aFolderMayBeNamedAsAnUploadIs() throws Exception {
    String key = "studies/made/results/net-0b1c2d3e-0a1b-0c1d-0e1f-0123456789ab/lh_score_full.npy";
    put(key, new ByteArrayInputStream(CONTENT));
    UnfinishedUploads.remove(folder, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(keys(store, BUCKET)).containsExactly(STORED, key);
    assertThat(files(folder)).hasSize(2);
  }

  @Test
  void whatComesNowStays() throws Exception {
    part("activations/0a/0d.npy");
    List<Path> before = files(folder);
    UnfinishedUploads.remove(folder, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(files(folder)).isEqualTo(before);
  }

  private void put(String key, InputStream content) throws IOException {
    store.putBlob(
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentLength((long) CONTENT.length)
            .build(),
        content);
  }

  private void part(String key) throws IOException {
    MultipartUpload upload =
        store.initiateMultipartUpload(
            CreateMultipartUploadRequest.builder().bucket(BUCKET).key(key).build());
    store.uploadMultipartPart(
        upload,
        UploadPartRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .partNumber(1)
            .contentLength((long) CONTENT.length)
            .build(),
        new ByteArrayInputStream(CONTENT));
  }

  private static List<String> keys(PagedListing store, String bucket) {
    return store.list(ListObjectsV2Request.builder().bucket(bucket).build()).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private interface Look {
    void look() throws IOException;
  }

  /** Zeros; somebody looks when half of them are read. */
  private static final class Watched extends InputStream {
    private final Look look;
    private int read;

    Watched(Look look) {
      this.look = look;
    }

    @Override
    public int read() throws IOException {
      if (read == CONTENT.length / 2) {
        look.look();
      }
      return read++ < CONTENT.length ? 0 : -1;
    }
  }
}
