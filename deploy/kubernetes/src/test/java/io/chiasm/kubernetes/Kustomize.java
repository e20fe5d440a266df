package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program: {@code KUBECTL}'s, or the path's, as for {@code render.sh}. */
final class Kustomize {
  private static final Optional<List<String>> BUILD = build();

  private Kustomize() {}

  /** What a folder's kustomization makes. Skips the test where there is no program. */
  static Overlay render(String name, Path folder) {
    assumeTrue(BUILD.isPresent(), "no kustomize and no kubectl on the path, nor as KUBECTL");
    Answer answer = run(Stream.concat(BUILD.orElseThrow().stream(), Stream.of(folder.toString())));
    assertThat(answer.code).as(answer.out).isZero();
    return Overlay.of(name, List.of(answer.out.split("(?m)^---\\n")));
  }

  private static Optional<List<String>> build() {
    String kubectl = System.getenv("KUBECTL");
    if (kubectl != null) {
      return Optional.of(List.of(kubectl, "kustomize"));
    }
    return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
        .filter(words -> run(Stream.of(words.get(0), "version", "--help")).code == 0)
        .findFirst();
  }

  private record Answer(int code, String out) {}

  private static Answer run(Stream<String> command) {
    try {
      Process process =
          new ProcessBuilder(command.toList())
              .directory(Overlay.ROOT.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out);
    } catch (IOException e) {
      return new Answer(1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
