package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
  /** By the system or by the virtual machine, whichever is first; an orderly end gives 143 or 0. */
  private static final List<Integer> SUDDENLY = List.of(137, 1);

  @Test
  void aProcessEndsWithTheOtherEndOfItsInputWhateverItsHooksDo() throws Exception {
    // Given
    Process bound = BoundProcess.start(Map.of(ParentWatch.PIPE, "stdin"));
    try (BufferedReader said = bound.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("watching");
      // When
      bound.getOutputStream().close();
      // Then
      assertThat(bound.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(bound.exitValue()).isIn(SUDDENLY);
    } finally {
      bound.destroyForcibly();
    }
  }

  @Test
  void aProcessThatWasNotStartedByItsParentEndsWithItToo() throws Exception {
    // Given
    Process parent = new ProcessBuilder("sleep", "3600").start();
    Process bound = BoundProcess.start(Map.of(ParentWatch.PARENT, String.valueOf(parent.pid())));
    try (BufferedReader said = bound.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("watching");
      bound.getOutputStream().close();
      assertThat(bound.isAlive()).isTrue();
      // When
      parent.destroyForcibly();
      // Then
      assertThat(bound.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(bound.exitValue()).isIn(SUDDENLY);
    } finally {
      parent.destroyForcibly();
      bound.destroyForcibly();
    }
  }

  @Test
  void aParentThatIsGoneAlreadyEndsItAtOnce() throws Exception {
    Process parent = new ProcessBuilder("true").start();
    parent.waitFor();
    Process bound = BoundProcess.start(Map.of(ParentWatch.PARENT, String.valueOf(parent.pid())));
    try {
      assertThat(bound.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(bound.exitValue()).isIn(SUDDENLY);
    } finally {
      bound.destroyForcibly();
    }
  }

  @Test
  void whoHasNoParentIsNotWatched() throws IOException, InterruptedException {
    Process bound = BoundProcess.start(Map.of());
    try (BufferedReader said = bound.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("watching");
      bound.getOutputStream().close();
      assertThat(bound.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    } finally {
      bound.destroyForcibly();
    }
  }
}
