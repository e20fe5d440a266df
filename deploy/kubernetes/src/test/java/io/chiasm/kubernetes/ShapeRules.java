package io.chiasm.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PriorityClass;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Fields and types: by the API's models, and by schemas of ours for the kinds of operators. */
final class ShapeRules {
  private static final Map<String, Class<?>> MODELS =
      Map.of(
          "v1/ConfigMap", V1ConfigMap.class,
          "v1/Namespace", V1Namespace.class,
          "v1/ResourceQuota", V1ResourceQuota.class,
          "v1/Service", V1Service.class,
          "apps/v1/Deployment", V1Deployment.class,
          "apps/v1/StatefulSet", V1StatefulSet.class,
          "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class,
          "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
          "scheduling.k8s.io/v1/PriorityClass", V1PriorityClass.class);

  /** Words that the models take for any text. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "policyTypes", Set.of("Ingress", "Egress"),
          "protocol", Set.of("TCP", "UDP"),
          "imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"),
          "whenUnsatisfiable", Set.of("ScheduleAnyway", "DoNotSchedule"),
          "preemptionPolicy", Set.of("Never", "PreemptLowerPriority"),
          "unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget"),
          "fsGroupChangePolicy", Set.of("OnRootMismatch", "Always"),
          "accessModes", Set.of("ReadWriteOnce", "ReadWriteMany", "ReadWriteOncePod"),
          "restartPolicy", Set.of("Always"));

  private static final Set<String> STRATEGIES = Set.of("RollingUpdate", "Recreate");

  private static final JsonNode CUSTOM = custom();

  private ShapeRules() {}

  static List<String> broken(Overlay overlay) {
    List<String> broken = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      broken.addAll(shape(manifest));
      words(manifest.root(), broken);
      String strategy = manifest.root().text("spec.strategy.type");
      if (manifest.kind().equals("Deployment") && !STRATEGIES.contains(strategy)) {
        broken.add(manifest.label() + ".spec.strategy.type is none of " + STRATEGIES);
      }
    }
    return broken;
  }

  private static List<String> shape(Manifest manifest) {
    String kind = manifest.root().text("apiVersion") + "/" + manifest.kind();
    Class<?> model = MODELS.get(kind);
    if (model != null) {
      return ModelWalk.broken(manifest.root(), model);
    }
    JsonNode schema = CUSTOM.get(kind);
    return schema == null
        ? List.of(manifest.label() + ": no such kind here: " + kind)
        : custom(manifest, schema);
  }

  private static List<String> custom(Manifest manifest, JsonNode schema) {
    JsonSchema checks = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    JsonNode value = new ObjectMapper().valueToTree(manifest.root().value());
    return checks.validate(value).stream()
        .map(wrong -> manifest.label() + " " + wrong.getMessage())
        .toList();
  }

  private static JsonNode custom() {
    try (InputStream in = ShapeRules.class.getResourceAsStream("/custom-kinds.yaml")) {
      Object read =
          new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
      return new ObjectMapper().valueToTree(read);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void words(Node node, List<String> broken) {
    for (String key : node.keys()) {
      Node below = node.key(key);
      Set<String> possible = WORDS.get(key);
      if (possible != null) {
        List<Node> given = below.value() instanceof List ? below.items() : List.of(below);
        given.stream()
            .filter(word -> !possible.contains(word.text()))
            .forEach(word -> broken.add(word.path() + " is none of " + possible));
      }
      words(below, broken);
    }
    node.items().forEach(item -> words(item, broken));
  }
}
