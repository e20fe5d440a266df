package io.chiasm.images.service;

import java.util.List;
import java.util.Locale;

/** The services as images know them. */
public enum Service {
  EXTRACTOR(8081, "photographs to activations of networks", "onnxruntime jna"),
  ENCODER(8082, "activations to encoding models", "nd4j-native openblas javacpp"),
  AGGREGATOR(8080, "studies, their progress and their reports", "");

  private final int port;
  private final String description;
  private final String natives;

  Service(int port, String description, String natives) {
    this.port = port;
    this.description = description;
    this.natives = natives;
  }

  /** Its name among the services, such as {@code extractor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its image's name. */
  public String image() {
    return "chiasm-" + label();
  }

  /** Of its REST interface, health and metrics. */
  public int port() {
    return port;
  }

  public String description() {
    return description;
  }

  /** Artifacts without whose native libraries it cannot work. */
  public List<String> natives() {
    return natives.isEmpty() ? List.of() : List.of(natives.split(" "));
  }
}
