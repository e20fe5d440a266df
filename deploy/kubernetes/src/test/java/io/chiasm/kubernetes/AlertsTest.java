package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private static final Path RUNBOOKS = Monitoring.PROJECT.resolve("docs/how-to/runbooks");
  private static final Pattern TESTED = Pattern.compile("alertname: (\\w+)");

  @Test
  void theyAskForWhatThereIs() {
    assertThat(Monitoring.alerts())
        .isNotEmpty()
        .allSatisfy(
            alert -> assertThat(MetricRules.broken(alert.path(), alert.text("expr"))).isEmpty());
  }

  @Test
  void theOperatorsCopyIsEqual() {
    Node copy =
        Overlay.of("production", Overlay.texts("production"))
            .find("PrometheusRule", "chiasm")
            .orElseThrow()
            .root();

    assertThat(copy.at("spec.groups").value())
        .as("run deploy/kubernetes/render.sh")
        .isEqualTo(Monitoring.yaml("alerts.yaml").at("groups").value());
  }

  @Test
  void eachSaysHowBadItIsAndWhatToDo() {
    for (Node alert : Monitoring.alerts()) {
      assertThat(alert.text("labels.severity")).as(alert.path()).isIn("critical", "warning");
      assertThat(alert.at("annotations").keys())
          .as(alert.path())
          .containsExactlyInAnyOrder("summary", "description", "runbook_url");
      assertThat(Monitoring.PROJECT.resolve(alert.text("annotations.runbook_url")))
          .isEqualTo(RUNBOOKS.resolve(alert.path() + ".md"));
    }
  }

  @Test
  void eachHasARunbookWithAllItsParts() throws IOException {
    Set<String> runbooks;
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      runbooks =
          files
              .map(file -> String.valueOf(file.getFileName()).replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .collect(Collectors.toSet());
    }

    assertThat(runbooks).isEqualTo(names());
    for (Node alert : Monitoring.alerts()) {
      assertThat(Monitoring.text(RUNBOOKS.resolve(alert.path() + ".md")))
          .startsWith("# " + alert.path() + " (" + alert.text("labels.severity") + ")\n")
          .contains("## What it means", "## What users notice")
          .contains("## How to look", "## What to do", "## When to call whom");
    }
  }

  @Test
  void thePageListsThemAll() {
    String page = Monitoring.text(Monitoring.PROJECT.resolve("docs/how-to/monitoring.md"));

    for (Node alert : Monitoring.alerts()) {
      String name = alert.path();
      String after = alert.text("for").isEmpty() ? "at once" : alert.text("for");
      assertThat(page)
          .contains(
              "| [`%s`](runbooks/%s.md) | %s | %s |"
                  .formatted(name, name, alert.text("labels.severity"), after));
    }
  }

  /** promtool runs these tests where there is one; here, that they are complete. */
  @Test
  void eachIsTestedBothWays() {
    String tests = Monitoring.text(Monitoring.ROOT.resolve("alerts.test.yaml"));
    List<String> quiet = tested(tests, line -> line.contains("exp_alerts: []"));
    List<String> firing = tested(tests, line -> !line.contains("exp_alerts: []"));

    assertThat(Set.copyOf(quiet)).isEqualTo(names());
    assertThat(Set.copyOf(firing)).isEqualTo(names());
  }

  private static List<String> tested(String tests, Predicate<String> which) {
    return tests
        .lines()
        .filter(which)
        .flatMap(line -> TESTED.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static Set<String> names() {
    return Monitoring.alerts().stream().map(Node::path).collect(Collectors.toSet());
  }
}
