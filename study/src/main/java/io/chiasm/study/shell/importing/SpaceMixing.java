package io.chiasm.study.shell.importing;

import io.chiasm.networks.shape.Mixing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Layers in which every position depends on the whole image, so that no half is unilateral. */
final class SpaceMixing {
  private final Map<Mixing, Map<String, Set<String>>> layers = new EnumMap<>(Mixing.class);

  void add(String network, String layer, Mixing mixing) {
    layers
        .computeIfAbsent(mixing, m -> new LinkedHashMap<>())
        .computeIfAbsent(network, n -> new LinkedHashSet<>())
        .add(layer);
  }

  /** One sentence or two each, for layers that mix space and for layers that may. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (layers.containsKey(Mixing.GLOBAL)) {
      warnings.add(
          "Something before these layers averages or attends over the whole image"
              + " (squeeze-and-excitation, attention), so each half of their maps also holds"
              + " something of the other half: "
              + list(Mixing.GLOBAL)
              + ". 'split: {at: image}' shows the network one half only.");
    }
    if (layers.containsKey(Mixing.UNKNOWN)) {
      warnings.add(
          "Whether something before these layers mixes the whole image is not known: "
              + list(Mixing.UNKNOWN)
              + ".");
    }
    return warnings;
  }

  private String list(Mixing mixing) {
    return layers.getOrDefault(mixing, Map.of()).entrySet().stream()
        .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }
}
