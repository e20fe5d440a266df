package io.chiasm.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All objects of one overlay. */
record Overlay(String name, List<Manifest> manifests) {
  static final Path ROOT = Path.of("").toAbsolutePath();
  static final List<String> NAMES = List.of("trial", "production", "strimzi-oidc");

  /** Most objects are looked at many times, some of them long. */
  private static final Map<String, Object> READ = new ConcurrentHashMap<>();

  /** The text of an overlay, object by object. */
  static List<String> texts(String name) {
    try {
      String all = Files.readString(ROOT.resolve("rendered").resolve(name + ".yaml"));
      return List.of(all.split("(?m)^---\\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is no YAML, or a key is
   *     there twice
   */
  static Overlay of(String name, List<String> texts) {
    List<Manifest> found = new ArrayList<>();
    for (String text : texts) {
      Node root = new Node("", READ.computeIfAbsent(text, Overlay::read));
      String label = root.text("kind") + "/" + root.text("metadata.name");
      found.add(new Manifest(new Node(label, root.value())));
    }
    return new Overlay(name, List.copyOf(found));
  }

  private static Object read(String text) {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new Load(strict).loadFromString(text);
  }

  Stream<Manifest> of(String kind) {
    return manifests.stream().filter(m -> m.kind().equals(kind));
  }

  Stream<Manifest> workloads() {
    return manifests.stream().filter(Manifest::workload);
  }

  Stream<Manifest> services() {
    return manifests.stream().filter(Manifest::service);
  }

  Optional<Manifest> find(String kind, String name) {
    return of(kind).filter(m -> m.name().equals(name)).findFirst();
  }

  /** What all services are given, by variable. */
  Map<?, ?> settings() {
    return of("ConfigMap")
        .filter(m -> !m.root().at("metadata.labels").keys().contains("grafana_dashboard"))
        .map(m -> m.root().at("data").value())
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(data -> (Map<?, ?>) data)
        .findFirst()
        .orElse(Map.of());
  }
}
