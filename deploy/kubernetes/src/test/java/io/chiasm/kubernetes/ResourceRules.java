package io.chiasm.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests, limits, heaps and quotas fit each other. */
final class ResourceRules {
  private static final List<String> RESOURCES = List.of("cpu", "memory", "ephemeral-storage");

  /** A quota of classes of priority takes these and pods, and nothing else. */
  private static final List<String> COUNTED = List.of("cpu", "memory");

  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)([mg])");

  /** Beside heap and tensors: code, stacks, buffers of the network and of native libraries. */
  private static final double OVERHEAD = 512 << 20;

  private final Overlay overlay;
  private final Broken broken = new Broken();

  private ResourceRules(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> broken(Overlay overlay) {
    ResourceRules rules = new ResourceRules(overlay);
    overlay.workloads().forEach(rules::workload);
    overlay.of("ResourceQuota").forEach(rules::quota);
    return rules.broken.words();
  }

  private void workload(Manifest workload) {
    Node resources = workload.container().at("resources");
    for (String resource : RESOURCES) {
      Node request = resources.at("requests").key(resource);
      Node limit = resources.at("limits").key(resource);
      broken.require(request.exists(), request.path() + " is missing");
      broken.require(limit.exists(), limit.path() + " is missing");
      broken.require(
          Quantities.of(request) <= Quantities.of(limit), request.path() + " is above its limit");
    }
    Node memory = resources.at("limits.memory");
    broken.require(
        memory.text().equals(resources.text("requests.memory")),
        memory.path() + " must be what is requested");
    double needed = heap(workload) + tensors(workload) + OVERHEAD;
    broken.require(
        !workload.service() || Quantities.of(memory) >= needed,
        memory.path() + " is less than heap, working memory and 512Mi");
  }

  private double heap(Manifest workload) {
    Matcher found =
        HEAP.matcher(Settings.of(overlay, workload).getOrDefault("JAVA_TOOL_OPTIONS", ""));
    if (!found.find()) {
      broken.require(!workload.service(), workload.label() + ": JAVA_TOOL_OPTIONS sets no heap");
      return 0;
    }
    return Double.parseDouble(found.group(1)) * (found.group(2).equals("g") ? 1 << 30 : 1 << 20);
  }

  private double tensors(Manifest workload) {
    String memory =
        Settings.of(overlay, workload)
            .getOrDefault("CHIASM_ENCODER_MEMORY", "0")
            .replace("G", "Gi");
    return Quantities.of(new Node("CHIASM_ENCODER_MEMORY", memory));
  }

  /** All at their most, and one of each kind of worker more while it is replaced. */
  private void quota(Manifest quota) {
    Node hard = quota.root().at("spec.hard");
    double pods = 0;
    for (Manifest service : overlay.services().toList()) {
      pods += most(service);
    }
    broken.require(
        pods <= Quantities.of(hard.at("pods")), hard.path() + ": " + pods + " pods are needed");
    for (String name : hard.keys()) {
      broken.require(
          name.equals("pods") || COUNTED.contains(name.replaceAll(".*\\.", "")),
          hard.key(name).path() + " cannot be counted by class of priority");
    }
    for (String side : Set.of("requests", "limits")) {
      for (String resource : COUNTED) {
        double needed = 0;
        for (Manifest service : overlay.services().toList()) {
          Node each = service.container().at("resources").at(side).key(resource);
          needed += most(service) * Quantities.of(each);
        }
        Node allowed = hard.key(side + "." + resource);
        broken.require(
            needed <= Quantities.of(allowed), allowed.path() + ": " + needed + " is needed");
      }
    }
  }

  private long most(Manifest service) {
    return overlay
        .of("ScaledObject")
        .filter(m -> m.root().text("spec.scaleTargetRef.name").equals(service.name()))
        .map(m -> m.root().number("spec.maxReplicaCount") + 1)
        .findFirst()
        .orElse(Math.max(1, service.root().number("spec.replicas")));
  }
}
