package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final StringWriter said = new StringWriter();

  @Test
  void aWrongInputIsOneSentence() {
    assertThat(tell(new InputException("a.npy: no such file"))).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(said).hasToString("chiasm: a.npy: no such file" + System.lineSeparator());
  }

  @Test
  void aFileSystemsFailureNamesTheFileAndTheReason() {
    assertThat(tell(new UncheckedIOException(new AccessDeniedException("/a/b"))))
        .isEqualTo(ExitCode.FAILED);
    assertThat(said.toString().strip()).isEqualTo("chiasm: /a/b: permission denied");
  }

  @Test
  void theMachinesLimitsAreNoBugs() {
    tell(new IllegalStateException("x", new OutOfMemoryError("Java heap space")));
    assertThat(said.toString()).contains("out of memory").contains("-Xmx8g");
    tell(new UnsatisfiedLinkError("libx.so: failed to map segment"));
    assertThat(said.toString())
        .contains("a native library cannot be loaded (libx.so: failed to map segment)")
        .contains(System.getProperty("java.io.tmpdir"));
  }

  @Test
  void theTraceOfABugGoesToAFile() throws IOException {
    tell(new IllegalStateException("odd"));
    String sentence = said.toString().strip();
    assertThat(sentence)
        .startsWith("chiasm: this is a bug (java.lang.IllegalStateException: odd);")
        .doesNotContain("\tat ");
    Path file = Path.of(sentence.substring(sentence.lastIndexOf(' ') + 1));
    assertThat(Files.readString(file)).contains("\tat ");
    Files.delete(file);
  }

  private int tell(Throwable failure) {
    return Failures.tell(failure, new PrintWriter(said, true));
  }
}
