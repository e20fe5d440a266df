package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortFileTest {
  private final Path folder;

  PortFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void thePortIsReadAsWritten() {
    Path file = folder.resolve("aggregator");
    assertThat(PortFile.read(file)).isEmpty();
    PortFile.write(file, 40123);
    assertThat(PortFile.read(file)).hasValue(40123);
    PortFile.write(file, 40124);
    assertThat(PortFile.read(file)).hasValue(40124);
    assertThat(folder.toFile().list()).containsExactly("aggregator");
  }

  @Test
  void aFolderThatIsGoneIsNamed() {
    Path file = folder.resolve("gone").resolve("aggregator");
    assertThatThrownBy(() -> PortFile.write(file, 1)).hasMessageContaining(file.toString());
  }
}
