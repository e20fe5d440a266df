package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program: {@code HELM}'s, or the path's. */
record Helm(int code, String out) {
  static final Path FOLDER = Overlay.ROOT.resolveSibling("helm");

  private static final String PROGRAM = System.getenv().getOrDefault("HELM", "helm");
  private static final boolean THERE = there();

  /** Skips the test where there is none. */
  static Helm run(String... words) {
    return run(Stream.concat(Stream.of(program()), Stream.of(words)).toList(), Map.of());
  }

  /** A script of the chart's folder. */
  static Helm script(String... words) {
    return run(List.of(words), Map.of("HELM", program()));
  }

  /** What the chart makes of one of its files of values, changed by {@code --set}. */
  static Helm template(String values, String... changes) {
    Stream<String> sets = Stream.of(changes).flatMap(change -> Stream.of("--set", change));
    return run(
        Stream.concat(
                Stream.of(
                    "template",
                    "chiasm",
                    "chiasm",
                    "-n",
                    "chiasm",
                    "-f",
                    "values/" + values + ".yaml"),
                sets)
            .toArray(String[]::new));
  }

  /** Objects of an answer. */
  Overlay overlay() {
    assertThat(code).as(out).isZero();
    return Chart.of("chart", out);
  }

  private static String program() {
    assumeTrue(THERE, "no helm on the path, nor as HELM");
    return PROGRAM;
  }

  private static boolean there() {
    try {
      return run(List.of(PROGRAM, "version", "--short"), Map.of()).code == 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static Helm run(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Helm(process.waitFor(), out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
