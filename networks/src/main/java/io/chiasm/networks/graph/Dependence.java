package io.chiasm.networks.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the tensors of a network depend on.
 *
 * @param content names of those that depend on what is in the image, itself included
 * @param extents names of those that depend on its extents only
 */
record Dependence(Set<String> content, Set<String> extents) {
  private static final Set<String> COUNTING = Set.of("Shape", "Size");

  Dependence {
    content = Collections.unmodifiableSet(content);
    extents = Collections.unmodifiableSet(extents);
  }

  static Dependence of(OnnxFile file) {
    Set<String> content = new HashSet<>(Set.of(file.input().name()));
    Set<String> extents = new HashSet<>();
    for (Node node : file.nodes()) {
      Set<String> needs = Needs.of(node);
      boolean seen = needs.stream().anyMatch(content::contains);
      boolean counted = needs.stream().anyMatch(extents::contains);
      if (seen && !COUNTING.contains(node.operator())) {
        content.addAll(node.outputs());
      } else if (seen || counted) {
        extents.addAll(node.outputs());
      }
    }
    content.remove("");
    extents.remove("");
    return new Dependence(content, extents);
  }

  /** Whether another image, or one of another size, could change this tensor. */
  boolean onImage(String tensor) {
    return content.contains(tensor) || extents.contains(tensor);
  }

  /** The names of all tensors that this one is computed from, and its own. */
  static Set<String> upstream(OnnxFile file, String tensor) {
    Set<String> found = new HashSet<>(Set.of(tensor));
    List<Node> nodes = file.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i).outputs().stream().anyMatch(found::contains)) {
        found.addAll(Needs.of(nodes.get(i)));
      }
    }
    return found;
  }
}
