package io.chiasm.local.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.upload.UploadBuckets;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.bucket.BucketScheme;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.local.progress.ProgressMode;
import io.chiasm.local.sending.OutsideSubmission.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideSubmissionTest {
  private static final Pattern SENT = Pattern.compile("upload:[0-9a-f]{16}[^ ,'}\\n]*");

  private final UploadServer server;
  @TempDir private Path folder = Path.of("");

  OutsideSubmissionTest() throws IOException {
    server = new UploadServer();
  }

  /** Its data set is the server's, so that nothing but the weights is looked at here. */
  @BeforeEach
  void aStudyWithWeightsOfThreeChunks() throws IOException {
    byte[] weights = new byte[2 * Chunk.MOST_BYTES + 1000];
    new Random(1).nextBytes(weights);
    Files.write(folder.resolve("mine.pth"), weights);
    Files.writeString(
        study(),
        """
        study: mine
        dataset: {algonauts: /data/of/the/server}
        networks:
          - {name: own, architecture: efficientnet_b0, weights: mine.pth}
        """);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path study() {
    return folder.resolve("study.yaml");
  }

  private String submit(boolean upload) {
    return submit(upload, 2);
  }

  private String submit(boolean upload, int atATime) {
    Choice choice = new Choice(false, upload, atATime);
    return new OutsideSubmission(server.client(), ProgressMode.NONE.view(), choice).submit(study());
  }

  private Path sent(String yaml) {
    Matcher found = SENT.matcher(yaml);
    assertThat(found.find()).as(yaml).isTrue();
    return new BucketFileSystem(BucketScheme.UPLOAD, new UploadBuckets(server.store))
        .getPath(found.group());
  }

  @Test
  void whatTheServerDoesNotReachIsSentAndTheRestStaysItsOwn() throws IOException {
    assertThat(submit(false)).isEqualTo("mine-1");
    String yaml = server.submitted.get(0);
    assertThat(yaml).contains("/data/of/the/server").doesNotContain(folder.toString());
    assertThat(sent(yaml).getFileName()).hasToString("mine.pth");
    assertThat(sent(yaml)).hasBinaryContent(Files.readAllBytes(folder.resolve("mine.pth")));
  }

  @Test
  void aServerWithThisDiskIsGivenPathsAndNothingElse() throws IOException {
    server.elsewhere = false;
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(study(), Files.readString(study()).replace("/data/of/the/server", "data"));
    submit(false);
    assertThat(server.submitted.get(0)).isEqualTo(Files.readString(study()));
    assertThat(server.bytes).hasValue(0);
  }

  @Test
  void whatIsThereIsNotSentAgain() {
    submit(false);
    long first = server.bytes.getAndSet(0);
    submit(false);
    assertThat(first).isGreaterThan(2L * Chunk.MOST_BYTES);
    // The list of files alone.
    assertThat(server.bytes.get()).isLessThan(1000);
    assertThat(server.submitted.get(1)).isEqualTo(server.submitted.get(0));
  }

  @Test
  void halfAnUploadLeavesChunksOnlyAndIsGoneOnWith() {
    server.patience = 2;
    assertThatThrownBy(() -> submit(false, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("no more");
    assertThat(server.submitted).isEmpty();
    assertThat(server.store.list(ObjectLayout.uploadTrees())).isEmpty();
    assertThat(server.store.list(ObjectLayout.uploads())).hasSize(2);
    long first = server.bytes.getAndSet(0);
    server.patience = Integer.MAX_VALUE;
    submit(false, 1);
    assertThat(first + server.bytes.get())
        .isBetween(2L * Chunk.MOST_BYTES + 1000, 2L * Chunk.MOST_BYTES + 2000);
  }

  @Test
  void aFileThatChangesWhileItIsSentIsNoticed() {
    AtomicBoolean once = new AtomicBoolean();
    server.onChunk =
        () -> {
          if (once.compareAndSet(false, true)) {
            try {
              Files.writeString(folder.resolve("mine.pth"), "another");
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };
    assertThatThrownBy(() -> submit(false))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("mine.pth")
                + ": changed while it was being sent: let it rest and submit again");
    assertThat(server.submitted).isEmpty();
  }

  @Test
  void limitsAreKnownBeforeAnythingIsSent() {
    server.limits = new UploadLimits(true, 1000, 1L << 30);
    assertThatThrownBy(() -> submit(false))
        .hasMessageContaining(folder.resolve("mine.pth").toString())
        .hasMessageContaining("CHIASM_UPLOADS_MOST_PER_FILE");
    server.limits = new UploadLimits(true, 1L << 30, 1000);
    assertThatThrownBy(() -> submit(false)).hasMessageContaining("CHIASM_UPLOADS_MOST_IN_ALL");
    server.limits = new UploadLimits(false, 1L << 30, 1L << 30);
    assertThatThrownBy(() -> submit(false)).hasMessageContaining("CHIASM_UPLOADS=false");
    assertThat(server.store.list(ObjectLayout.uploads())).isEmpty();
  }

  @Test
  void aWrongStudyFileIsSaidWithItsLineBeforeAnythingIsSent() throws IOException {
    Files.writeString(study(), Files.readString(study()) + "splitt: {}\n");
    assertThatThrownBy(() -> submit(false))
        .hasMessageContaining("study.yaml:5: splitt: unknown key");
    assertThat(server.store.list(ObjectLayout.uploads())).isEmpty();
  }

  @Test
  void aDataSetIsOnlySentWhenAskedFor() throws IOException {
    Files.createDirectories(folder.resolve("data/subj01"));
    Files.writeString(study(), Files.readString(study()).replace("/data/of/the/server", "data"));
    assertThatThrownBy(() -> submit(false))
        .isInstanceOf(InputException.class)
        .hasMessage(
            study()
                + ": dataset.algonauts: the server does not reach "
                + folder.resolve("data")
                + " of this machine; possible: s3://bucket/prefix, a folder that the server has, or"
                + " --upload to send it along");
    // What is wrong with it is said before it is sent.
    assertThatThrownBy(() -> submit(true)).isInstanceOf(InputException.class);
    assertThat(server.store.list(ObjectLayout.uploads())).isEmpty();
  }

  @Test
  void aRelativePathThatIsNotHereIsNobodys() throws IOException {
    Files.delete(folder.resolve("mine.pth"));
    assertThatThrownBy(() -> submit(false))
        .hasMessageContaining("study.yaml:4: networks[0].weights: found no file");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(study());
    }
  }
}
