package io.chiasm.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose file, with parts that are merged in and with its variables' own defaults. */
record Compose(Node root) {
  static final Path FOLDER = Overlay.ROOT.resolveSibling("compose");
  static final List<String> SERVICES = List.of("extractor", "encoder", "aggregator");

  /** {@code ${NAME:-default}}, or {@code ${NAME:?what to do}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):([-?])([^}]*)}");

  private static final String MERGE = "<<";

  static String text() {
    return read("compose.yaml");
  }

  static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is no YAML, or a key is
   *     there twice
   */
  static Compose of(String text) {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new Compose(new Node("", merged(new Load(strict).loadFromString(defaulted(text)))));
  }

  List<Node> services() {
    return root.at("services").keys().stream().map(this::service).toList();
  }

  Node service(String name) {
    return new Node(name, root.at("services").key(name).value());
  }

  /** What a service finds in its environment: files in their order, then its own. */
  static Map<String, String> environment(Node service) {
    Map<String, String> found = new TreeMap<>();
    for (Node file : service.at("env_file").items()) {
      if (file.value() instanceof String name && Files.exists(FOLDER.resolve(name))) {
        found.putAll(variables(read(name)));
      }
    }
    Node own = service.at("environment");
    own.keys().forEach(name -> found.put(name, own.key(name).text()));
    return found;
  }

  /** Of a file of lines {@code NAME=value}. */
  static Map<String, String> variables(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** The three services as what the rules of settings look at. */
  static Overlay overlay(Function<String, Map<String, String>> environment) {
    List<Manifest> services =
        SERVICES.stream()
            .map(name -> new Manifest(new Node(name, deployment(name, environment.apply(name)))))
            .toList();
    return new Overlay("compose", services);
  }

  private static Map<String, Object> deployment(String name, Map<String, String> environment) {
    List<Map<String, String>> variables =
        environment.entrySet().stream()
            .map(entry -> Map.of("name", entry.getKey(), "value", entry.getValue()))
            .toList();
    return Map.of(
        "kind", "Deployment",
        "metadata", Map.of("name", name),
        "spec",
            Map.of(
                "template",
                Map.of(
                    "metadata",
                    Map.of(
                        "labels",
                        Map.of(
                            "app.kubernetes.io/name",
                            "chiasm",
                            "app.kubernetes.io/component",
                            name)),
                    "spec",
                    Map.of("containers", List.of(Map.of("env", variables))))));
  }

  private static String defaulted(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> found.group(2).equals("-") ? quoted(found) : "65532:65532");
  }

  private static String quoted(MatchResult found) {
    return Matcher.quoteReplacement(found.group(3));
  }

  /** YAML 1.2 knows no merging; compose does. */
  private static @Nullable Object merged(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> whole = new LinkedHashMap<>();
      if (merged(map.get(MERGE)) instanceof Map<?, ?> beneath) {
        whole.putAll(beneath);
      }
      map.forEach(
          (key, below) -> {
            if (!key.equals(MERGE)) {
              whole.put(key, merged(below));
            }
          });
      return whole;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(merged(item)));
      return items;
    }
    return value;
  }

  /** Of a list of texts. */
  static Stream<String> texts(Node list) {
    return list.items().stream().map(Node::text);
  }
}
