package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no study files, some of them made to do harm. */
class StudyFileAttackTest {
  /** A hundred times what a refusal takes; without the limits these take minutes or memory. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /** What YAML gives a meaning to, and what has made parsers fail. */
  private static final List<String> PIECES =
      List.of(
          "\t",
          "\r",
          "\n",
          " ",
          ":",
          ",",
          "-",
          "?",
          "[",
          "]",
          "{",
          "}",
          "&",
          "*",
          "!",
          "|",
          ">",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "#",
          "~",
          "<",
          "=",
          "0",
          "a",
          ".",
          "\\",
          "\0",
          "\u0085",
          "\uFEFF",
          "\uD83D",
          "%YAML ",
          "%YAML 1.99999999999",
          "%TAG ",
          "!<a%zz>",
          "!!str ",
          "\"\\x",
          "\"\\uD800\"",
          "\"\\UFFFFFFFF\"",
          "\"\\U00110000\"",
          "|9\n",
          ">-0\n",
          "|1+2\n",
          "---",
          "...",
          "? ",
          "- ",
          "&a ",
          "*a ",
          "<<: ");

  private Path base = Path.of("");

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    base = StudyFolder.in(folder);
  }

  @Test
  void aBillionLaughsEndAtTheFirstAnchor() {
    StringBuilder yaml = new StringBuilder("study: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append(
          String.format("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1, i - 1));
    }
    refused(yaml.toString(), "study.yaml:1: found an anchor or alias; possible: plain");
  }

  @Test
  void deepNestingEndsAtTheLimitInEveryStyle() {
    String found = "found lists and sections nested deeper than 12; possible: plain";
    refused("[".repeat(200_000), "study.yaml:1: " + found);
    refused("{a: ".repeat(60_000), "study.yaml:1: " + found);
    refused("- ".repeat(100_000), "study.yaml:1: " + found);
    refused("? ".repeat(100_000), "study.yaml:1: " + found);
    StringBuilder indented = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      indented.append(" ".repeat(i)).append("a:\n");
    }
    refused(indented.toString(), "study.yaml:13: " + found);
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsParsed() throws IOException {
    refused(
        "study: " + "a".repeat(300_000),
        "study.yaml: found 300007 characters; possible: at most 262144");
    Path file = base.resolve("huge.yaml");
    Files.write(file, new byte[2_000_000]);
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": found more than 1048576 bytes");
  }

  @Test
  void aHugeScalarIsShortenedInTheMessage() {
    refused(
        "study: " + "a".repeat(200_000),
        "study.yaml:1: study: found '" + "a".repeat(60) + "…'; possible: 1 to 64 lower-case");
    refused(
        "s".repeat(900) + ": 1", "study.yaml:1: " + "s".repeat(60) + "…: unknown key; possible");
  }

  @Test
  void manyKeysAndManyItemsTakeNoTime() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      keys.append("k").append(i).append(": 1\n");
    }
    refused(keys.toString(), "study.yaml:1: k0: unknown key; possible: study,");
    refused(
        "study: a\ndataset: {algonauts: data, participants: [" + "a,".repeat(60_000) + "]}",
        "study.yaml:2: dataset.participants: found 60000 values; possible: at most 1000");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Path file = base.resolve("latin.yaml");
    Files.write(file, "study: schön".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": not UTF-8 text; save the file with this encoding");
    Files.write(file, "study: mine".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": not UTF-8 text; save the file with this encoding");
  }

  @Test
  void unprintableCharactersAreRefusedWithTheirLine() {
    refused(
        "study: mine\ndataset: \u0007\n",
        "study.yaml:2: found the character U+0007; possible: printable text");
    refused("study: \uD83D", "study.yaml:1: found the character U+D83D; possible: printable text");
  }

  @Test
  void aFolderOrNothingIsNoStudyFile() {
    assertThatThrownBy(() -> StudyFile.read(base))
        .isInstanceOf(InputException.class)
        .hasMessage(base + ": no such file; possible: a study file");
    assertThatThrownBy(() -> StudyFile.read(base.resolve("none.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessage(base.resolve("none.yaml") + ": no such file; possible: a study file");
  }

  @Test
  void damagedStudyFilesAreReadOrRefusedNeverAnythingElse() throws IOException {
    // Given
    Random random = new Random(4);
    List<String> seeds = List.of(good("everything.yaml"), good("grid-and-fold-file.yaml"));
    int refused = 0;
    for (int trial = 0; trial < 4_000; trial++) {
      // When
      refused += reads(damaged(seeds.get(trial % seeds.size()), random)) ? 0 : 1;
    }
    // Then both happen: the damage is neither always fatal nor never
    assertThat(refused).isBetween(1000, 3_999);
  }

  @Test
  void randomCharactersAreRefusedNeverAnythingElse() {
    // Given
    Random random = new Random(5);
    for (int trial = 0; trial < 4_000; trial++) {
      StringBuilder yaml = new StringBuilder(random.nextBoolean() ? "" : "study: a\ndataset: ");
      for (int i = random.nextInt(40); i >= 0; i--) {
        yaml.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      // Then
      assertThat(reads(yaml.toString())).isFalse();
    }
  }

  @Test
  void randomBytesAreRefusedNeverAnythingElse() throws IOException {
    // Given
    Random random = new Random(6);
    Path file = base.resolve("random.yaml");
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Files.write(file, bytes);
      // Then
      assertThatThrownBy(() -> StudyFile.read(file)).isInstanceOf(InputException.class);
    }
  }

  private static String damaged(String yaml, Random random) {
    StringBuilder damaged = new StringBuilder(yaml);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      int length = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(2);
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      damaged.replace(
          at, Math.min(damaged.length(), at + length), random.nextInt(3) == 0 ? "" : piece);
    }
    return damaged.toString();
  }

  /** Whether the text is read as a study; any failure but a refusal escapes. */
  private boolean reads(String yaml) {
    try {
      return !StudyFile.parse(yaml, "study.yaml", base).networks().isEmpty();
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("study.yaml:").hasSizeLessThan(700);
      return false;
    }
  }

  private void refused(String yaml, String beginning) {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> StudyFile.parse(yaml, "study.yaml", base))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(beginning));
  }

  private static String good(String name) throws IOException {
    try (InputStream in = StudyFileAttackTest.class.getResourceAsStream("good/" + name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
