package io.chiasm.networks.builtin;

import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.module.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the names of an architecture's tensors stand in a set of weights.
 *
 * @param prefix stands before them, with its dot; empty if nothing does
 * @param left is left out at their beginning, with its dot, as in {@code
 *     model.features.state_dict()}; empty if nothing is
 */
record WeightPlace(String prefix, String left) {
  /** The architecture's own name of a stored tensor whose name has the prefix. */
  String own(String stored) {
    return left + stored.substring(prefix.length());
  }

  /**
   * Every place where the first, the middle or the last tensor before the head is; if there is
   * none, those where they are without the name of the only module before the head.
   */
  static Set<WeightPlace> of(Architecture architecture, StateDict set) {
    List<String> keys =
        architecture.parameters(Architecture.Variant.NEW).stream()
            .filter(Parameter::used)
            .map(Parameter::key)
            .filter(k -> !k.startsWith(architecture.headModule() + "."))
            .toList();
    List<String> anchors =
        List.of(keys.get(0), keys.get(keys.size() / 2), keys.get(keys.size() - 1));
    Set<WeightPlace> places = places(anchors, "", set);
    Set<String> modules =
        keys.stream().map(k -> k.substring(0, k.indexOf('.') + 1)).collect(Collectors.toSet());
    if (places.isEmpty() && modules.size() == 1) {
      places = places(anchors, modules.iterator().next(), set);
    }
    return places.isEmpty() ? Set.of(new WeightPlace("", "")) : places;
  }

  private static Set<WeightPlace> places(List<String> anchors, String left, StateDict set) {
    Set<WeightPlace> places = new LinkedHashSet<>();
    for (String anchor : anchors) {
      String name = anchor.substring(left.length());
      for (String key : set.keys()) {
        if (key.equals(name) || key.endsWith("." + name)) {
          places.add(new WeightPlace(key.substring(0, key.length() - name.length()), left));
        }
      }
    }
    return places;
  }
}
