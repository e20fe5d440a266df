package io.chiasm.kubernetes;

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

  private final Broken broken = new Broken();

  private PodRules() {}

  static List<String> broken(Overlay overlay) {
    PodRules rules = new PodRules();
    overlay.workloads().forEach(rules::workload);
    return rules.broken.words();
  }

  private void workload(Manifest workload) {
    Node pod = workload.pod();
    broken.must(pod, "automountServiceAccountToken", false);
    broken.must(pod, "enableServiceLinks", false);
    broken.must(pod, "securityContext.runAsNonRoot", true);
    broken.must(pod, "securityContext.runAsUser", NOBODY);
    broken.must(pod, "securityContext.runAsGroup", NOBODY);
    broken.must(pod, "securityContext.fsGroup", NOBODY);
    broken.must(pod, "securityContext.seccompProfile.type", "RuntimeDefault");
    FORBIDDEN.stream()
        .filter(name -> pod.key(name).exists())
        .forEach(name -> broken.add(pod.path() + "." + name + " must not be there"));
    Node container = workload.container();
    broken.must(container, "securityContext.allowPrivilegeEscalation", false);
    broken.must(container, "securityContext.readOnlyRootFilesystem", true);
    broken.must(container, "securityContext.capabilities.drop", List.of("ALL"));
    broken.require(
        pod.at("containers").items().size() == 1, pod.path() + " must have one container");
    broken.require(
        !container.at("securityContext.privileged").exists(),
        container.path() + " must not be privileged");
    image(container.at("image"));
    PROBES.keySet().forEach(name -> probe(container.at(name)));
    if (workload.service()) {
      service(workload);
    }
  }

  private void image(Node image) {
    broken.require(
        IMAGE.matcher(image.text()).matches(), image.path() + " must have a tag and no registry");
    broken.require(!image.text().contains(":latest"), image.path() + " must not be latest");
  }

  private void probe(Node probe) {
    broken.require(probe.exists(), probe.path() + " is missing");
    long patience = probe.number("periodSeconds") * probe.number("failureThreshold");
    if (probe.path().endsWith("startupProbe")) {
      broken.require(patience >= SECONDS_TO_START, probe.path() + " gives up too soon");
    }
    if (probe.path().endsWith("livenessProbe")) {
      broken.require(patience >= SECONDS_TO_DIE, probe.path() + " gives up too soon");
    }
  }

  private void service(Manifest workload) {
    Node container = workload.container();
    PROBES.forEach((name, path) -> broken.must(container, name + ".httpGet.path", path));
    Integer port = ServiceProperties.port(workload.component());
    broken.require(
        container.items("ports").allMatch(p -> p.is("name", "http") && p.is("containerPort", port)),
        container.path() + ".ports: the service's port is " + port);
    broken.require(
        container.text("image").startsWith("chiasm-" + workload.component() + ":"),
        container.path() + ".image is another service's");
    broken.require(
        container.text("image").endsWith(":" + ServiceProperties.version())
            || container.text("image").contains("@sha256:"),
        container.path() + ".image: the project's version is " + ServiceProperties.version());
  }
}
