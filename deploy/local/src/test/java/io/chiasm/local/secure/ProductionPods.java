package io.chiasm.local.secure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chiasm.local.kubernetes.RenderedOverlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The pods of the production overlay as processes find them: variables, and secrets as files, below
 * a folder that stands for the root of their file systems.
 */
final class ProductionPods {
  private static final String NAME = "chiasm-";

  private final Path root;
  private final RenderedOverlay overlay;
  private final Map<String, Map<String, String>> secrets;

  /**
   * @param root below which each pod gets its own root
   * @param secrets values by name and key, which whoever installs makes
   */
  ProductionPods(Path root, Map<String, Map<String, String>> secrets) throws IOException {
    this.root = root;
    this.overlay = RenderedOverlay.named("production");
    this.secrets = secrets;
  }

  /** The login of a service at the brokers, which is also the name of its secret. */
  static String login(String service) {
    return NAME + service;
  }

  /**
   * What a service finds in its environment.
   *
   * @param filledIn values of variables of the overlay that whoever installs fills in
   */
  Map<String, String> environment(String service, Map<String, String> filledIn) throws IOException {
    JsonNode pod = overlay.one("Deployment", NAME + service).at("/spec/template/spec");
    assertThat(pod.path("containers")).hasSize(1);
    JsonNode container = pod.path("containers").get(0);
    Map<String, Path> mounts = mounts(service, pod, container);
    Map<String, String> environment = variables(container);
    environment.replaceAll((name, value) -> below(mounts, value));
    assertThat(environment).containsKeys(filledIn.keySet().toArray(String[]::new));
    environment.putAll(filledIn);
    return environment;
  }

  private Map<String, String> variables(JsonNode container) {
    Map<String, String> all = new HashMap<>();
    for (JsonNode source : container.path("envFrom")) {
      JsonNode map = overlay.one("ConfigMap", source.at("/configMapRef/name").asText());
      map.path("data")
          .properties()
          .forEach(each -> all.put(each.getKey(), each.getValue().asText()));
    }
    for (JsonNode each : container.path("env")) {
      JsonNode secret = each.at("/valueFrom/secretKeyRef");
      all.put(
          each.path("name").asText(),
          secret.isMissingNode()
              ? each.path("value").asText()
              : value(secret.path("name").asText(), secret.path("key").asText()));
    }
    return all;
  }

  /** Folders by the path that they are mounted at, with the files that are in them. */
  private Map<String, Path> mounts(String service, JsonNode pod, JsonNode container)
      throws IOException {
    Map<String, Path> mounts = new TreeMap<>();
    for (JsonNode mount : container.path("volumeMounts")) {
      String path = mount.path("mountPath").asText();
      Path folder = Files.createDirectories(root.resolve(service + path));
      mounts.put(path, folder);
      for (JsonNode volume : pod.path("volumes")) {
        if (volume.path("name").equals(mount.path("name")) && volume.has("secret")) {
          files(volume.path("secret"), folder);
        }
      }
    }
    return mounts;
  }

  private void files(JsonNode volume, Path folder) throws IOException {
    String secret = volume.path("secretName").asText();
    if (volume.has("items")) {
      for (JsonNode item : volume.path("items")) {
        Files.writeString(
            folder.resolve(item.path("path").asText()), value(secret, item.path("key").asText()));
      }
      return;
    }
    for (String key : keys(secret).keySet()) {
      Files.writeString(folder.resolve(key), value(secret, key));
    }
  }

  private Map<String, String> keys(String secret) {
    return Objects.requireNonNull(secrets.get(secret), () -> "no secret " + secret);
  }

  private String value(String secret, String key) {
    return Objects.requireNonNull(
        keys(secret).get(key), () -> "no key " + key + " in the secret " + secret);
  }

  private static String below(Map<String, Path> mounts, String value) {
    return mounts.entrySet().stream()
        .filter(mount -> Path.of(value).startsWith(mount.getKey()))
        .map(mount -> mount.getValue() + value.substring(mount.getKey().length()))
        .findFirst()
        .orElse(value);
  }

  /** What the services may do at brokers that Strimzi runs. */
  static Stream<AclBinding> rights() throws IOException {
    return RenderedOverlay.named("strimzi-oidc").all("KafkaUser").flatMap(ProductionPods::rights);
  }

  private static Stream<AclBinding> rights(JsonNode user) {
    String principal = "User:" + user.at("/metadata/name").asText();
    Stream.Builder<AclBinding> rights = Stream.builder();
    for (JsonNode each : user.at("/spec/authorization/acls")) {
      for (JsonNode operation : each.path("operations")) {
        rights.add(
            new AclBinding(
                resource(each.path("resource")),
                new AccessControlEntry(
                    principal, "*", operation(operation.asText()), AclPermissionType.ALLOW)));
      }
    }
    return rights.build();
  }

  private static AclOperation operation(String name) {
    return AclOperation.fromString(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
  }

  private static ResourcePattern resource(JsonNode resource) {
    ResourceType type = ResourceType.fromString(resource.path("type").asText());
    PatternType pattern =
        resource.path("patternType").asText().equals("prefix")
            ? PatternType.PREFIXED
            : PatternType.LITERAL;
    return new ResourcePattern(type, resource.path("name").asText("kafka-cluster"), pattern);
  }
}
