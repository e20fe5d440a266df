package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names are names, each object is there once, and all are in one namespace. */
final class NameRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final Set<String> OF_THE_CLUSTER = Set.of("Namespace", "PriorityClass");

  private NameRules() {}

  static List<String> broken(Overlay overlay) {
    List<String> broken = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Manifest manifest : overlay.manifests()) {
      Node metadata = manifest.root().at("metadata");
      if (!NAME.matcher(manifest.name()).matches()) {
        broken.add(manifest.label() + ": no name of lower-case letters, digits and dashes");
      }
      if (!seen.add(manifest.label())) {
        broken.add(manifest.label() + " is there twice");
      }
      Node labels = metadata.at("labels");
      labels.keys().stream()
          .map(labels::key)
          .filter(label -> !LABEL.matcher(label.text()).matches())
          .forEach(label -> broken.add(label.path() + ": no value of a label"));
      if (!OF_THE_CLUSTER.contains(manifest.kind()) && !metadata.is("namespace", "chiasm")) {
        broken.add(manifest.label() + " is not in the namespace chiasm");
      }
    }
    return broken;
  }
}
