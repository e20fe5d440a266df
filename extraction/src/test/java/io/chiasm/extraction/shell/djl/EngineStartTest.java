package io.chiasm.extraction.shell.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EngineStartTest {
  private static final int LONG = 100_000;

  /** Started by a child process, because a failure ends the process. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) {
      EngineStart.ensure();
      System.out.println("started with " + args[0].length());
    }
  }

  @Test
  @Timeout(120)
  void runtimeStartsHoweverLongTheCommandLineIs() throws IOException, InterruptedException {
    // When
    String output = output(child(LONG));
    // Then
    assertThat(output).contains("started with " + LONG);
  }

  /** Its identifier of the machine and the events to be sent would lie below the home folder. */
  @Test
  @Timeout(120)
  void nothingIsKeptToBeSentWhoeverStartedTheProcess(@TempDir Path home)
      throws IOException, InterruptedException {
    // Given
    ProcessBuilder child = child(1);
    child.environment().remove(Telemetry.SWITCH);
    child.environment().remove("XDG_CACHE_HOME");
    child.environment().put("HOME", home.toString());
    // When
    output(child);
    // Then
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.map(Path::toString).filter(path -> path.contains("Microsoft"))).isEmpty();
    }
  }

  private static ProcessBuilder child(int length) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, Child.class.getName(), "x".repeat(length));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String output(ProcessBuilder child) throws IOException, InterruptedException {
    Process process = child.start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(output, StandardCharsets.UTF_8);
  }
}
