package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The restricted profile and more: what a pod may do, what it runs, how it is asked. */
final class PodRules {
  private static final int NOBODY = 65_532;
  private static final Pattern IMAGE =
      Pattern.compile("([a-z0-9-]+/)?[a-z0-9-]+(:[\\w][\\w.-]*)(@sha256:[0-9a-f]{64})?");
  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "livenessProbe", "/q/health/live",
          "readinessProbe", "/q/health/ready");

  /** What a start takes under load, and then as long again. */
  private static final int SECONDS_TO_START = 60;

  private static final int SECONDS_TO_DIE = 60;
  private static final Set<String> FORBIDDEN =
      Set.of("hostNetwork", "hostPID", "hostIPC", "serviceAccountName", "initContainers");

  private final List<String> broken = new ArrayList<>();

  private PodRules() {}

  static List<String> broken(Overlay overlay) {
    PodRules rules = new PodRules();
    overlay.workloads().forEach(rules::workload);
    return rules.broken;
  }

  private void workload(Manifest workload) {
    Node pod = workload.pod();
    must(pod, "automountServiceAccountToken", false);
    must(pod, "enableServiceLinks", false);
    must(pod, "securityContext.runAsNonRoot", true);
    must(pod, "securityContext.runAsUser", NOBODY);
    must(pod, "securityContext.runAsGroup", NOBODY);
    must(pod, "securityContext.fsGroup", NOBODY);
    must(pod, "securityContext.seccompProfile.type", "RuntimeDefault");
    FORBIDDEN.stream()
        .filter(name -> pod.key(name).exists())
        .forEach(name -> broken.add(pod.path() + "." + name + " must not be there"));
    Node container = workload.container();
    must(container, "securityContext.allowPrivilegeEscalation", false);
    must(container, "securityContext.readOnlyRootFilesystem", true);
    must(container, "securityContext.capabilities.drop", List.of("ALL"));
    require(pod.at("containers").items().size() == 1, pod.path() + " must have one container");
    require(
        !container.at("securityContext.privileged").exists(),
        container.path() + " must not be privileged");
    image(container.at("image"));
    PROBES.keySet().forEach(name -> probe(container.at(name)));
    if (workload.service()) {
      service(workload);
    }
  }

  private void image(Node image) {
    require(
        IMAGE.matcher(image.text()).matches(), image.path() + " must have a tag and no registry");
    require(!image.text().contains(":latest"), image.path() + " must not be latest");
  }

  private void probe(Node probe) {
    require(probe.exists(), probe.path() + " is missing");
    long patience = probe.number("periodSeconds") * probe.number("failureThreshold");
    if (probe.path().endsWith("startupProbe")) {
      require(patience >= SECONDS_TO_START, probe.path() + " gives up too soon");
    }
    if (probe.path().endsWith("livenessProbe")) {
      require(patience >= SECONDS_TO_DIE, probe.path() + " gives up too soon");
    }
  }

  private void service(Manifest workload) {
    Node container = workload.container();
    PROBES.forEach((name, path) -> must(container, name + ".httpGet.path", path));
    Integer port = ServiceProperties.port(workload.component());
    require(
        container.items("ports").allMatch(p -> p.is("name", "http") && p.is("containerPort", port)),
        container.path() + ".ports: the service's port is " + port);
    require(
        container.text("image").startsWith("chiasm-" + workload.component() + ":"),
        container.path() + ".image is another service's");
    require(
        container.text("image").endsWith(":" + ServiceProperties.version())
            || container.text("image").contains("@sha256:"),
        container.path() + ".image: the project's version is " + ServiceProperties.version());
  }

  private void must(Node node, String names, Object value) {
    Node at = node.at(names);
    require(at.exists() && value.equals(at.value()), at.path() + " must be " + value);
  }

  private void require(boolean holds, String words) {
    if (!holds) {
      broken.add(words);
    }
  }
}
