package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlaysTest {
  @ParameterizedTest
  @MethodSource("names")
  void nothingIsWrong(String name) {
    assertThat(Rules.broken(Overlay.of(name, Overlay.texts(name)))).isEmpty();
  }

  static Stream<String> names() {
    return Overlay.NAMES.stream();
  }

  @Test
  void everyOverlayIsHere() throws IOException {
    try (Stream<Path> folders = Files.list(Overlay.ROOT.resolve("overlays"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Overlay.NAMES);
    }
  }

  @Test
  void whatIsKeptIsWhatKustomizeRenders(@TempDir Path fresh) throws Exception {
    assumeTrue(
        run(List.of("./render.sh", fresh.toString())) == 0,
        "no kustomize and no kubectl of 1.27 or later on the path, nor as KUBECTL");
    for (String name : Overlay.NAMES) {
      assertThat(fresh.resolve(name + ".yaml"))
          .as("run deploy/kubernetes/render.sh")
          .hasSameTextualContentAs(Overlay.ROOT.resolve("rendered/" + name + ".yaml"));
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Overlay.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
