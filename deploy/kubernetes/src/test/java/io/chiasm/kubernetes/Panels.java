package io.chiasm.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** The parts of a dashboard. */
final class Panels {
  private Panels() {}

  /** All of them, rows among them. */
  static List<Node> of(Node dashboard) {
    return dashboard
        .items("panels")
        .map(panel -> new Node(dashboard.path() + ": " + panel.text("title"), panel.value()))
        .toList();
  }

  /** Those that show figures. */
  static List<Node> withFigures(Node dashboard) {
    return of(dashboard).stream().filter(panel -> panel.at("targets").exists()).toList();
  }

  /** What a panel asks of Prometheus, with words for what Grafana fills in. */
  static Stream<Node> expressions(Node panel) {
    return panel
        .items("targets")
        .map(target -> target.text("expr").replace("$__rate_interval", "5m"))
        .map(text -> new Node(panel.path(), text));
  }

  /** What is asked of Prometheus anywhere on it. */
  static Stream<Node> allExpressions(Node dashboard) {
    Stream<Node> shown = withFigures(dashboard).stream().flatMap(Panels::expressions);
    Stream<Node> marked =
        dashboard.items("annotations.list").map(list -> new Node("annotations", list.text("expr")));
    Stream<Node> chosen =
        dashboard
            .items("templating.list")
            .filter(variable -> variable.text("type").equals("query"))
            .map(variable -> variable.at("query.query"))
            .map(query -> new Node(query.path(), query.text().replaceAll(".*\\((.*),.*", "$1")));
    return Stream.of(shown, marked, chosen).flatMap(all -> all);
  }
}
