package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Helm's chart makes other objects than Kustomize. What may differ: Helm keeps no namespace;
 * a change of settings rolls pods by a sum in their annotations instead of the settings' name; and
 * the order of variables, volumes and mounts.
 */
final class Differences {
  /** Kustomize puts a hash of what is in it behind this name. */
  private static final String SETTINGS = "(chiasm-settings)-[a-z0-9]{10}";

  private static final String SUM = "checksum/settings";
  private static final Set<String> UNORDERED = Set.of("env", "volumes", "volumeMounts");

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** Each with the object and the place in it. */
  static List<String> between(Overlay overlay, Overlay chart) {
    Differences differences = new Differences();
    differences.objects(byLabel(overlay), byLabel(chart));
    return differences.found;
  }

  private static Map<String, Node> byLabel(Overlay overlay) {
    return overlay.manifests().stream()
        .filter(manifest -> !manifest.kind().equals("Namespace"))
        .map(
            manifest ->
                new Node(manifest.label().replaceAll(SETTINGS, "$1"), manifest.root().value()))
        .collect(Collectors.toMap(Node::path, Function.identity()));
  }

  private void objects(Map<String, Node> overlay, Map<String, Node> chart) {
    for (String label : union(overlay.keySet(), chart.keySet())) {
      Node expected = overlay.get(label);
      Node given = chart.get(label);
      if (expected == null) {
        found.add(label + " is in the chart only");
      } else if (given == null) {
        found.add(label + " is not in the chart");
      } else {
        compare(expected, given);
      }
    }
  }

  private void compare(Node expected, Node given) {
    if (expected.value() instanceof Map && given.value() instanceof Map) {
      for (String key : union(Set.copyOf(expected.keys()), Set.copyOf(given.keys()))) {
        compare(part(expected, key), part(given, key));
      }
    } else if (expected.value() instanceof List && given.value() instanceof List) {
      items(ordered(expected), ordered(given));
    } else if (!Objects.equals(plain(expected), plain(given))) {
      found.add(expected.path() + ": " + plain(expected) + ", in the chart " + plain(given));
    }
  }

  private void items(List<Node> expected, List<Node> given) {
    for (int i = 0; i < Math.max(expected.size(), given.size()); i++) {
      if (i >= expected.size()) {
        found.add(given.get(i).path() + ": in the chart only: " + given.get(i).value());
      } else if (i >= given.size()) {
        found.add(expected.get(i).path() + ": not in the chart: " + expected.get(i).value());
      } else {
        compare(expected.get(i), given.get(i));
      }
    }
  }

  /** Without the sum, and without annotations if it is the only one. */
  private static Node part(Node node, String key) {
    Node below = node.key(key);
    if (key.equals("annotations") && below.value() instanceof Map<?, ?> map) {
      Map<Object, Object> others = new TreeMap<>(map);
      others.remove(SUM);
      return new Node(below.path(), others.isEmpty() ? null : others);
    }
    return below;
  }

  private static List<Node> ordered(Node list) {
    boolean any = UNORDERED.contains(list.path().replaceAll(".*\\.", ""));
    Comparator<Node> byName =
        Comparator.<Node, String>comparing(node -> node.text("name"))
            .thenComparing(node -> node.text("mountPath"));
    return any ? list.items().stream().sorted(byName).toList() : list.items();
  }

  private static @Nullable Object plain(Node node) {
    return node.value() instanceof String text ? text.replaceAll(SETTINGS, "$1") : node.value();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
