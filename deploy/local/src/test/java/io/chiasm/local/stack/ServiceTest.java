package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
  @Test
  void aDistributionsJarIsUsedWhereThereIsOne(@TempDir Path home) throws IOException {
    assertThat(Service.ENCODER.jar(home))
        .isEqualTo(home.resolve("encoder-service/target/quarkus-app/quarkus-run.jar"));
    Path shipped = home.resolve("services/encoder/quarkus-run.jar");
    Files.createDirectories(home.resolve("services/encoder"));
    Files.createFile(shipped);
    assertThat(Service.ENCODER.jar(home)).isEqualTo(shipped);
  }
}
