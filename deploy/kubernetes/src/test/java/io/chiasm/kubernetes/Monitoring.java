package io.chiasm.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of deploy/monitoring. */
final class Monitoring {
  static final Path ROOT = Overlay.ROOT.resolve("../monitoring").normalize();
  static final Path DASHBOARDS = ROOT.resolve("dashboards");
  static final Path PROJECT = Overlay.ROOT.resolve("../..").normalize();

  private Monitoring() {}

  static List<Node> alerts() {
    return yaml("alerts.yaml")
        .items("groups")
        .flatMap(group -> group.items("rules"))
        .map(rule -> new Node(rule.text("alert"), rule.value()))
        .toList();
  }

  static Node yaml(String file) {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new Node(file, new Load(strict).loadFromString(text(ROOT.resolve(file))));
  }

  /** The dashboards, each with its file's name. */
  static Stream<Node> dashboards() {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      return files.sorted().map(Monitoring::json).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Node json(Path file) {
    try {
      return new Node(
          String.valueOf(file.getFileName()),
          new ObjectMapper().readValue(file.toFile(), Map.class));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
