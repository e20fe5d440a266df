package io.chiasm.kubernetes;

import java.util.List;

/** One object. */
record Manifest(Node root) {
  private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet");

  String kind() {
    return root.text("kind");
  }

  String name() {
    return root.text("metadata.name");
  }

  /** Such as {@code Deployment/chiasm-encoder}. */
  String label() {
    return kind() + "/" + name();
  }

  /** Whether it makes pods. */
  boolean workload() {
    return WORKLOADS.contains(kind());
  }

  Node template() {
    return root.at("spec.template");
  }

  Node pod() {
    return template().at("spec");
  }

  Node podLabels() {
    return template().at("metadata.labels");
  }

  Node container() {
    return pod().items("containers").findFirst().orElse(new Node(label(), null));
  }

  /** Whether it runs one of Chiasm's own services. */
  boolean service() {
    return workload() && podLabels().key("app.kubernetes.io/name").text().equals("chiasm");
  }

  /** Which of them. */
  String component() {
    return podLabels().key("app.kubernetes.io/component").text();
  }
}
