package io.chiasm.extractor.shell.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
    // Given
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, Child.class.getName(), "x".repeat(LONG));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    // When
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    // Then
    assertThat(process.waitFor()).isZero();
    assertThat(new String(output, StandardCharsets.UTF_8)).contains("started with " + LONG);
  }
}
