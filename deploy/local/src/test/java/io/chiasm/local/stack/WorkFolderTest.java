package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  /** The store would refuse every object below it. */
  @Test
  void aFolderNamedByWayOfAnotherIsWorkedInByItsOwnName(@TempDir Path given) throws IOException {
    Path folder = given.toRealPath();
    Files.createDirectories(folder.resolve("elsewhere/below"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/below"));
    try (WorkFolder up = WorkFolder.take(folder.resolve("elsewhere/../stack"));
        WorkFolder link = WorkFolder.take(folder.resolve("link/../stack"))) {
      assertThat(up.store()).isEqualTo(folder.resolve("stack/store"));
      assertThat(link.store()).isEqualTo(folder.resolve("elsewhere/stack/store"));
    }
  }
}
