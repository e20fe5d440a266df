package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void itsModelIsTheFirstProcessors() throws IOException {
    assertThat(
            model("processor\t: 0\nmodel\t: 3\nmodel name\t: Some(R) CPU\nmodel name\t: Other\n"))
        .hasValue("Some(R) CPU");
  }

  @Test
  void whatTheSystemDoesNotSayIsLeftOut() throws IOException {
    assertThat(model("processor : 0\n")).isEmpty();
    assertThat(model("model name : \u0001\n")).isEmpty();
    assertThat(Machine.model(folder.resolve("none"))).isEmpty();
    assertThat(Machine.kind("aarch64", 1, Optional.empty())).isEqualTo("aarch64, 1 processor");
  }

  @Test
  void aNameIsNeverLongerThanAnEventSaysIt() throws IOException {
    Optional<String> model = model("model name : " + "x".repeat(1000) + "\n");
    assertThat(Machine.kind("amd64", 4096, model)).hasSizeLessThan(200);
  }

  private Optional<String> model(String text) throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return Machine.model(file);
  }
}
