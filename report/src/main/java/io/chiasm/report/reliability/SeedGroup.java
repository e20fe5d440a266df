package io.chiasm.report.reliability;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks that differ in nothing but their seed; one network is a group, too.
 *
 * @param networks names, one per seed
 */
record SeedGroup(String label, List<String> networks) {
  SeedGroup {
    networks = List.copyOf(networks);
  }

  /** Every network, then those of several seeds together. */
  static List<SeedGroup> of(Study study) {
    List<SeedGroup> groups = new ArrayList<>();
    Map<List<Object>, List<String>> families = new LinkedHashMap<>();
    for (NetworkSpec network : study.networks()) {
      groups.add(new SeedGroup(network.name(), List.of(network.name())));
      if (network.weights().drawnFrom().isPresent()) {
        families
            .computeIfAbsent(
                List.of(network.source(), network.weights().getClass()), key -> new ArrayList<>())
            .add(network.name());
      }
    }
    families.forEach(
        (family, networks) -> {
          if (networks.size() > 1) {
            String kind = family.contains(Weights.Untrained.class) ? "untrained" : "recalibrated";
            groups.add(new SeedGroup(kind + " (" + networks.size() + " seeds)", networks));
          }
        });
    return groups;
  }
}
