package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alarms look at figures that the services export. */
final class MonitoringRules {
  private static final Pattern METRIC = Pattern.compile("chiasm_[a-z0-9_]+");
  private static final Pattern METER = Pattern.compile("\"(chiasm\\.[a-z.]+)\"");
  private static final String METERS =
      "aggregator-service/src/main/java/io/chiasm/aggregator/shell/wiring/PipelineMeters.java";

  private MonitoringRules() {}

  static List<String> broken(Overlay overlay) {
    Set<String> exported = exported();
    List<String> broken = new ArrayList<>();
    overlay
        .of("PrometheusRule")
        .flatMap(m -> m.root().items("spec.groups"))
        .flatMap(group -> group.items("rules"))
        .map(rule -> rule.at("expr"))
        .forEach(
            expression ->
                METRIC
                    .matcher(expression.text())
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !exported.contains(name))
                    .forEach(name -> broken.add(expression.path() + ": no metric " + name)));
    overlay
        .of("PodMonitor")
        .flatMap(m -> m.root().items("spec.podMetricsEndpoints"))
        .filter(end -> !end.is("path", "/q/metrics"))
        .forEach(end -> broken.add(end.path() + ".path must be /q/metrics"));
    return broken;
  }

  /** By the names that Prometheus sees; a gauge in seconds has its unit at the end. */
  private static Set<String> exported() {
    return METER
        .matcher(ServiceProperties.text(METERS))
        .results()
        .map(found -> found.group(1).replace('.', '_'))
        .flatMap(name -> Stream.of(name, name + "_seconds"))
        .collect(Collectors.toSet());
  }
}
