package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.kubernetes.Expression.Selector;
import io.chiasm.kubernetes.Expression.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {
  private static final Set<String> KINDS = Set.of("stat", "timeseries", "table", "row", "text");
  private static final int WIDTH = 24;

  private static List<Node> dashboards() {
    return Monitoring.dashboards().toList();
  }

  @Test
  void theyCanBeToldApart() {
    assertThat(dashboards())
        .hasSize(4)
        .extracting(board -> board.text("uid"))
        .doesNotHaveDuplicates();
    assertThat(dashboards()).extracting(board -> board.text("title")).doesNotHaveDuplicates();
    assertThat(dashboards())
        .allSatisfy(board -> assertThat(board.text("uid")).startsWith("chiasm-"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theyAskForWhatThereIs(Node board) {
    assertThat(Panels.allExpressions(board))
        .isNotEmpty()
        .flatMap(asked -> MetricRules.broken(asked.path(), asked.text()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theyKnowNoNamespaceAndNoDataSourceOfTheirOwn(Node board) {
    for (Node panel : Panels.withFigures(board)) {
      assertThat(panel.text("datasource.uid")).as(panel.path()).isEqualTo("${datasource}");
      panel
          .items("targets")
          .forEach(target -> assertThat(target.text("datasource.uid")).isEqualTo("${datasource}"));
      Panels.expressions(panel)
          .flatMap(asked -> Expression.of(asked.text()).selectors().stream())
          .forEach(selector -> assertOfChosenNamespaces(panel, selector));
    }
  }

  private static void assertOfChosenNamespaces(Node panel, Selector selector) {
    assertThat(selector.labels().get("namespace"))
        .as("%s: %s", panel.path(), selector.metric())
        .isEqualTo(new Wanted("=~", "$namespace"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void figuresHaveUnitsAndWordsThatExplainThem(Node board) {
    for (Node panel : Panels.withFigures(board)) {
      assertThat(panel.text("fieldConfig.defaults.unit")).as(panel.path()).isNotEmpty();
      if (!panel.is("type", "table")) {
        assertThat(panel.text("description")).as(panel.path()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void figuresComeBeforeCurvesAndTablesLast(Node board) {
    List<Node> panels = Panels.of(board);
    List<String> kinds = panels.stream().map(panel -> panel.text("type")).toList();

    assertThat(KINDS).containsAll(kinds);
    assertThat(kinds.lastIndexOf("stat")).isLessThan(kinds.indexOf("timeseries"));
    assertThat(kinds.lastIndexOf("timeseries")).isLessThan(kinds.indexOf("table"));
    assertThat(panels).extracting(panel -> panel.at("id").value()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void nothingLiesOnAnything(Node board) {
    Set<String> taken = new HashSet<>();
    for (Node panel : Panels.of(board)) {
      int left = (int) panel.number("gridPos.x");
      int top = (int) panel.number("gridPos.y");
      int right = left + (int) panel.number("gridPos.w");
      int bottom = top + (int) panel.number("gridPos.h");
      assertThat(right).as(panel.path()).isBetween(left + 1, WIDTH);
      IntStream.range(left, right)
          .boxed()
          .flatMap(x -> IntStream.range(top, bottom).mapToObj(y -> x + "," + y))
          .forEach(place -> assertThat(taken.add(place)).as(panel.path()).isTrue());
    }
  }

  @Test
  void grafanasSidecarFindsThemAll() {
    Overlay overlay = Overlay.of("production", Overlay.texts("production"));

    for (Node board : dashboards()) {
      Node map =
          overlay
              .find("ConfigMap", "chiasm-dashboard-" + board.path().replace(".json", ""))
              .orElseThrow()
              .root();
      assertThat(map.at("metadata.labels").key("grafana_dashboard").value()).isEqualTo("1");
      assertThat(map.at("data").key(board.path()).text())
          .as("run deploy/kubernetes/render.sh")
          .isEqualTo(Monitoring.text(Monitoring.DASHBOARDS.resolve(board.path())));
    }
  }
}
