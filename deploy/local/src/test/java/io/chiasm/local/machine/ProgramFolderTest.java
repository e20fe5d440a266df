package io.chiasm.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {
  private final Path folder;

  ProgramFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anOrdinaryFolderTakesLibraries() throws IOException {
    assertThat(ProgramFolder.defect(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(ProgramFolder.defect(folder.resolve("gone"))).hasValue("does not exist");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    assertThat(ProgramFolder.defect(Files.createFile(folder.resolve("file"))))
        .hasValue("is no folder");
  }

  @Test
  void aFolderOfTheSystemCannotBeWritten() {
    Path kernel = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(kernel), "needs /proc");
    assertThat(ProgramFolder.defect(kernel)).isNotEmpty();
  }
}
