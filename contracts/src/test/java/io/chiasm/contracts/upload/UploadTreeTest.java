package io.chiasm.contracts.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTreeTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final UploadLimits LIMITS = new UploadLimits(true, 20_000_000, 50_000_000);

  private static UploadedFile file(String path, long bytes) {
    int chunks = (int) ((bytes + Chunk.MOST_BYTES - 1) / Chunk.MOST_BYTES);
    return new UploadedFile(path, bytes, Collections.nCopies(chunks, DIGEST));
  }

  private static void check(UploadedFile... files) {
    new UploadTree(Arrays.asList(files)).check(LIMITS);
  }

  @Test
  void properFilesPass() {
    check(file("subj01/a b.png", 1), file("subj01/ü/x", 0), file("z", 20_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/..",
        "./a",
        "a/./b",
        "a//b",
        "a/",
        "a\0b",
        "a\nb",
        "a\u007fb",
        "a\\..\\b",
        "C:\\x",
        "\ufffd"
      })
  void aNameThatIsNotPlainlyBelowIsRefused(String path) {
    assertThatThrownBy(() -> check(file(path, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("name")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
  }

  @Test
  void aNameIsNotEndless() {
    assertThatThrownBy(() -> check(file("a/".repeat(500) + "b", 1)))
        .hasMessageContaining("1001 characters; possible: 1 to 1000");
  }

  @Test
  void namesThatSomeDisksCannotTellApartAreRefused() {
    assertThatThrownBy(() -> check(file("Net.onnx", 1), file("net.onnx", 1)))
        .hasMessageContaining("net.onnx: two files of this name");
    assertThatThrownBy(() -> check(file("a", 1), file("a/b", 1)))
        .hasMessage("a: both a file and a folder");
  }

  @Test
  void whatIsTooLargeIsNamedWithItsLimitAndSetting() {
    assertThatThrownBy(() -> check(file("big.onnx", 20_000_001)))
        .hasMessage(
            "big.onnx: 20000001 bytes are more than the 20000000 that the server takes of one file"
                + " (CHIASM_UPLOADS_MOST_PER_FILE)");
    assertThatThrownBy(
            () -> check(file("a", 20_000_000), file("b", 20_000_000), file("c", 10_000_001)))
        .hasMessageContaining("50000001 bytes in all")
        .hasMessageContaining("CHIASM_UPLOADS_MOST_IN_ALL");
  }

  @Test
  void sizesThatAreNoneOrDoNotFitTheChunksAreRefused() {
    List<UploadedFile> wrong =
        List.of(
            new UploadedFile("a", -1, List.of()),
            new UploadedFile("a", Long.MAX_VALUE, List.of(DIGEST)),
            new UploadedFile("a", 1, List.of()),
            new UploadedFile("a", 1, List.of(DIGEST, DIGEST)),
            new UploadedFile("a", 0, List.of(DIGEST)),
            new UploadedFile("a", 1, List.of("../" + DIGEST.substring(3))));
    for (UploadedFile file : wrong) {
      assertThatThrownBy(() -> check(file)).isInstanceOf(InputException.class);
    }
    assertThatThrownBy(UploadTreeTest::check).hasMessageContaining("found 0 files");
  }

  @Test
  void chunksKnowTheirSizes() {
    assertThat(file("a", Chunk.MOST_BYTES + 5L).pieces())
        .extracting(Chunk::bytes)
        .containsExactly(Chunk.MOST_BYTES, 5);
    assertThat(Chunk.parse(new Chunk(new Digest(DIGEST), 7).name()))
        .contains(new Chunk(new Digest(DIGEST), 7));
    for (String name : List.of(DIGEST, DIGEST + "-0", DIGEST + "-8388609", "x-1", DIGEST + "-+1")) {
      assertThat(Chunk.parse(name)).as(name).isEmpty();
    }
  }
}
