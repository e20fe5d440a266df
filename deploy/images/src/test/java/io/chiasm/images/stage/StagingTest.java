package io.chiasm.images.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.images.ImageException;
import io.chiasm.images.made.MadeApp;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.service.QuarkusApp;
import io.chiasm.images.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  private final Path folder;
  private final Path built;

  StagingTest(@TempDir Path folder) {
    this.folder = folder;
    this.built = folder.resolve("quarkus-app");
  }

  @Test
  void whatChangesLeastIsAtTheBottom() throws IOException {
    MadeApp.aggregator(built);

    StagedService staged = lay(Service.AGGREGATOR, Platform.LINUX_X86_64);

    assertThat(files(staged, Part.NATIVES)).containsExactly("lib/main/org.example.zip-jni-1.jar");
    assertThat(files(staged, Part.DEPENDENCIES))
        .containsExactly("lib/boot/io.quarkus.runner-1.jar", "lib/main/org.example.plain-1.jar");
    assertThat(files(staged, Part.APPLICATION))
        .containsExactly(
            "app/chiasm-aggregator-service-1.jar",
            "java.options",
            "lib/main/io.chiasm.chiasm-contracts-1.jar",
            "quarkus-app-dependencies.txt",
            "quarkus-run.jar",
            "quarkus/quarkus-application.dat");
  }

  @Test
  void whatWasLaidOutBeforeIsGone() throws IOException {
    MadeApp app = MadeApp.aggregator(built);
    app.file("quarkus/old.dat", "old");
    lay(Service.AGGREGATOR, Platform.LINUX_X86_64);
    Files.delete(built.resolve("quarkus/old.dat"));

    StagedService staged = lay(Service.AGGREGATOR, Platform.LINUX_X86_64);

    assertThat(files(staged, Part.APPLICATION)).noneMatch(name -> name.endsWith("old.dat"));
  }

  @Test
  void aHeapLeavesRoomForNativeMemory() throws IOException {
    MadeApp.encoder(built);

    StagedService staged = lay(Service.ENCODER, Platform.LINUX_X86_64);

    assertThat(Files.readAllLines(staged.file(Part.APPLICATION, "java.options")))
        .contains(
            "-XX:MaxRAMPercentage=50",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=/tmp",
            "-Dai.djl.offline=true");
  }

  @Test
  void nativeLibrariesOfAnotherPlatformAreRefused() throws IOException {
    MadeApp.encoder(built);

    assertThatThrownBy(() -> lay(Service.ENCODER, Platform.LINUX_ARM64))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the encoder was built without native libraries of nd4j-native for linux/arm64:"
                + " build it with -Dnative.platform=linux-arm64, as deploy/images/build.sh does");
  }

  @Test
  void aLibraryInTwoVersionsIsRefused() throws IOException {
    MadeApp app = MadeApp.aggregator(built);
    app.jar("lib/main/org.example.plain-2.jar", Map.of("B.class", MadeApp.bytes("b")));
    Path list = built.resolve("quarkus-app-dependencies.txt");
    Files.writeString(list, Files.readString(list) + "org.example:plain::jar:2\n");

    assertThatThrownBy(() -> lay(Service.AGGREGATOR, Platform.LINUX_X86_64))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("org.example:plain: is there twice")
        .hasMessageContaining("org.example.plain-2.jar");
  }

  @Test
  void aLibraryThatQuarkusDidNotListIsRefused() throws IOException {
    MadeApp app = MadeApp.aggregator(built);
    app.jar("lib/main/org.example.left-over-1.jar", Map.of("B.class", MadeApp.bytes("b")));

    assertThatThrownBy(() -> lay(Service.AGGREGATOR, Platform.LINUX_X86_64))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("left-over-1.jar is not in quarkus-app-dependencies.txt");
  }

  @Test
  void aServiceThatWasNotBuiltIsNamed() {
    assertThatThrownBy(() -> lay(Service.AGGREGATOR, Platform.LINUX_X86_64))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(built + " holds no built service");
  }

  private StagedService lay(Service service, Platform platform) throws IOException {
    return Staging.lay(service, QuarkusApp.in(built), platform, folder.resolve("stage"));
  }

  private static List<String> files(StagedService staged, Part part) throws IOException {
    Path home = staged.file(part, "");
    try (Stream<Path> paths = Files.walk(home)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> home.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
