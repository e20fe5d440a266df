package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** Alarms look at figures that there are, and all services are asked for them. */
final class MonitoringRules {
  private MonitoringRules() {}

  static List<String> broken(Overlay overlay) {
    List<String> broken = new ArrayList<>();
    overlay
        .of("PrometheusRule")
        .flatMap(m -> m.root().items("spec.groups"))
        .flatMap(group -> group.items("rules"))
        .map(rule -> rule.at("expr"))
        .forEach(expr -> broken.addAll(MetricRules.broken(expr.path(), expr.text())));
    overlay
        .of("PodMonitor")
        .flatMap(m -> m.root().items("spec.podMetricsEndpoints"))
        .filter(end -> !end.is("path", "/q/metrics"))
        .forEach(end -> broken.add(end.path() + ".path must be /q/metrics"));
    return broken;
  }
}
