package io.chiasm.local.stack;

import java.util.List;

/** The services as the launcher knows them. */
enum Service {
  // Loads models in native memory, so its heap stays small.
  EXTRACTOR("extractor", List.of("-Xmx768m", "-XX:+UseSerialGC")),
  ENCODER("encoder", List.of("-Xmx2g", "-XX:+UseSerialGC")),
  AGGREGATOR("aggregator", List.of("-Xmx768m", "-XX:+UseSerialGC"));

  private final String label;
  private final List<String> options;

  Service(String label, List<String> options) {
    this.label = label;
    this.options = options;
  }

  String label() {
    return label;
  }

  /** Options of its virtual machine. */
  List<String> options() {
    return options;
  }

  /** Its runnable jar below the project's folder. */
  String jar() {
    return label + "-service/target/quarkus-app/quarkus-run.jar";
  }
}
