package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus itself says of its files, where promtool is on the path. */
class PromtoolTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "promtool check rules --lint-fatal alerts.yaml",
        "promtool test rules alerts.test.yaml",
        "promtool check config prometheus.yaml"
      })
  void says(String command) throws Exception {
    assumeTrue(isThere(), "no promtool on the path");

    Process process = start(List.of(command.split(" ", -1)));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return start(List.of("promtool", "--version")).waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(Monitoring.ROOT.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
