package io.chiasm.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is named is there: labels that are selected, ports, classes of priority. */
final class ReferenceRules {
  private static final int HIGHEST_PORT = 65_535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern PORT = Pattern.compile(":(\\d+)(/|$)");
  private static final Set<String> PROBES =
      Set.of("startupProbe", "livenessProbe", "readinessProbe");

  private final Overlay overlay;
  private final Broken broken = new Broken();

  private ReferenceRules(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> broken(Overlay overlay) {
    ReferenceRules rules = new ReferenceRules(overlay);
    overlay.workloads().forEach(rules::workload);
    overlay.of("Service").forEach(rules::service);
    overlay
        .of("PodDisruptionBudget")
        .forEach(m -> rules.selected(m, m.root().at("spec.selector.matchLabels")));
    overlay.of("NetworkPolicy").forEach(rules::policy);
    rules.waysOut();
    overlay.of("PodMonitor").forEach(rules::monitor);
    return rules.broken.words();
  }

  private void workload(Manifest workload) {
    Node selector = workload.root().at("spec.selector.matchLabels");
    broken.require(
        selector.selects(workload.podLabels()),
        selector.path() + " does not select the pods' labels");
    List<Manifest> all = selected(workload, selector);
    broken.require(all.size() < 2, selector.path() + " selects the pods of another workload too");
    workload.container().items("ports").forEach(port -> inRange(port.at("containerPort")));
    for (String probe : PROBES) {
      Node action = workload.container().at(probe);
      Node port = action.at(action.at("tcpSocket").exists() ? "tcpSocket.port" : "httpGet.port");
      broken.require(hasPort(workload, port), port.path() + ": no port " + port.text());
    }
    String priority = workload.pod().text("priorityClassName");
    broken.require(
        priority.isEmpty() || overlay.find("PriorityClass", priority).isPresent(),
        workload.label() + ": no PriorityClass " + priority);
    Node constraints = workload.pod().at("topologySpreadConstraints");
    for (Node constraint : constraints.items()) {
      Node labels = constraint.at("labelSelector.matchLabels");
      broken.require(
          labels.selects(workload.podLabels()), labels.path() + " does not select the own pods");
    }
  }

  private void service(Manifest service) {
    List<Manifest> behind = selected(service, service.root().at("spec.selector"));
    service
        .root()
        .items("spec.ports")
        .forEach(
            port -> {
              inRange(port.at("port"));
              Node target = port.at("targetPort");
              broken.require(
                  behind.stream().allMatch(w -> hasPort(w, target)),
                  target.path() + ": no port " + target.text());
            });
  }

  private void policy(Manifest policy) {
    List<Manifest> behind = selected(policy, policy.root().at("spec.podSelector.matchLabels"));
    for (String direction : List.of("ingress", "egress")) {
      policy
          .root()
          .items("spec." + direction)
          .flatMap(rule -> rule.items("ports"))
          .map(port -> port.at("port"))
          .forEach(port -> policyPort(behind, port));
    }
    policy
        .root()
        .items("spec.ingress")
        .flatMap(rule -> rule.items("from"))
        .map(from -> from.at("podSelector.matchLabels"))
        .filter(Node::exists)
        .forEach(labels -> selected(policy, labels));
  }

  /** Where a policy says what services reach, brokers and store are among it. */
  private void waysOut() {
    List<Node> open =
        overlay
            .of("NetworkPolicy")
            .flatMap(policy -> policy.root().items("spec.egress"))
            .flatMap(rule -> rule.items("ports"))
            .map(rule -> rule.at("port"))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    for (String address : List.of("CHIASM_KAFKA", "CHIASM_STORE_ENDPOINT")) {
      String value = String.valueOf(overlay.settings().get(address));
      for (Integer port : ports(value)) {
        broken.require(
            open.stream().anyMatch(way -> port.equals(way.value())),
            "no NetworkPolicy lets services out to port " + port + " of " + address);
      }
    }
  }

  /** Of {@code host:port,…} or of a URL. */
  private static List<Integer> ports(String addresses) {
    return Arrays.stream(addresses.split(","))
        .map(
            each -> {
              Matcher found = PORT.matcher(each);
              return found.find()
                  ? Integer.valueOf(found.group(1))
                  : each.startsWith("http:") ? HTTP : HTTPS;
            })
        .toList();
  }

  private void policyPort(List<Manifest> behind, Node port) {
    if (port.value() instanceof String) {
      broken.require(
          behind.stream().allMatch(w -> hasPort(w, port)),
          port.path() + ": no port " + port.text());
    } else {
      inRange(port);
    }
  }

  private void monitor(Manifest monitor) {
    List<Manifest> behind = selected(monitor, monitor.root().at("spec.selector.matchLabels"));
    monitor
        .root()
        .items("spec.podMetricsEndpoints")
        .map(end -> end.at("port"))
        .forEach(
            port ->
                broken.require(
                    behind.stream().allMatch(w -> hasPort(w, port)),
                    port.path() + ": no port " + port.text()));
  }

  private List<Manifest> selected(Manifest by, Node labels) {
    Predicate<Manifest> matches = w -> labels.selects(w.podLabels());
    List<Manifest> found = overlay.workloads().filter(matches).toList();
    broken.require(!found.isEmpty(), by.label() + ": " + labels.path() + " selects nothing");
    return found;
  }

  private static boolean hasPort(Manifest workload, Node port) {
    return workload
        .container()
        .items("ports")
        .anyMatch(p -> p.is("name", port.value()) || p.is("containerPort", port.value()));
  }

  private void inRange(Node port) {
    boolean holds = port.value() instanceof Integer number && number > 0 && number <= HIGHEST_PORT;
    broken.require(holds, port.path() + " is no port: " + port.text());
  }
}
