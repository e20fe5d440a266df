package io.chiasm.local.stack;

import java.util.List;

/** The services as the launcher knows them. */
enum Service {
  // Loads models in native memory, so its heap stays small.
  EXTRACTOR("extractor", "-Xmx768m"),
  ENCODER("encoder", "-Xmx2g"),
  AGGREGATOR("aggregator", "-Xmx768m");

  private final String label;
  private final String heap;

  Service(String label, String heap) {
    this.label = label;
    this.heap = heap;
  }

  String label() {
    return label;
  }

  /** Options of its virtual machine. */
  List<String> options() {
    return List.of(heap, "-XX:+UseSerialGC");
  }

  /** Its runnable jar below the project's folder. */
  String jar() {
    return label + "-service/target/quarkus-app/quarkus-run.jar";
  }
}
