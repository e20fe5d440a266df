package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake of every kind, made in an overlay that is right, is found and named. */
class MistakesTest {
  private static final String EXTRACTOR = "Deployment/chiasm-extractor";
  private static final String ENCODER = "Deployment/chiasm-encoder";
  private static final String AGGREGATOR = "Deployment/chiasm-aggregator";
  private static final String SCALER = "ScaledObject/chiasm-extractor";

  @ParameterizedTest(name = "{0}: {2} instead of {1}")
  @MethodSource({"shapes", "references", "pods", "resources", "settings", "updates", "operators"})
  void isFound(String object, String right, String wrong, String words) {
    List<String> broken = Rules.broken(with(object, right, wrong));

    assertThat(broken).anySatisfy(found -> assertThat(found).contains(words));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        row(EXTRACTOR, "livenessProbe:", "livenesProbe:", "livenesProbe is no field"),
        row(EXTRACTOR, "maxSurge: 1", "maxSurg: 1", "maxSurg is no field"),
        row(AGGREGATOR, "replicas: 1", "replicas: one", "replicas must be a number"),
        row(AGGREGATOR, "replicas: 1", "replicas: \"1\"", "replicas must be a number"),
        row(EXTRACTOR, "value: \"1\"", "value: 1", "value must be text"),
        row(EXTRACTOR, "runAsNonRoot: true", "runAsNonRoot: \"true\"", "must be true or false"),
        row(EXTRACTOR, "\n  selector:", "\n  selectors:", "spec.selector is required"),
        row(EXTRACTOR, "memory: 2Gi", "memory: 2GiB", "memory is no quantity"),
        row(EXTRACTOR, "drop:\n            - ALL", "drop: ALL", "drop must be a list"),
        row("NetworkPolicy/chiasm-deny", "- Egress", "- Outgoing", "is none of"),
        row(AGGREGATOR, "type: Recreate", "type: Replace", "strategy.type is none of"),
        row(EXTRACTOR, "apiVersion: apps/v1", "apiVersion: apps/v1beta1", "no such kind"),
        row(EXTRACTOR, "kind: Deployment", "kind: Secret", "no such kind"));
  }

  static Stream<Arguments> references() {
    String service = "Service/chiasm-aggregator";
    return Stream.of(
        row(EXTRACTOR, "name: chiasm-extractor\n", "name: Chiasm_Extractor\n", "no name of"),
        row(EXTRACTOR, "namespace: chiasm", "namespace: default", "not in the namespace"),
        row(
            EXTRACTOR,
            "matchLabels:\n      app.kubernetes.io/component: extractor",
            "matchLabels:\n      app.kubernetes.io/component: extract",
            "does not select the pods' labels"),
        row(
            EXTRACTOR,
            "matchLabels:\n      app.kubernetes.io/component: extractor\n",
            "matchLabels:\n",
            "selects the pods of another workload too"),
        row(
            service,
            "selector:\n    app.kubernetes.io/component: aggregator",
            "selector:\n    app.kubernetes.io/component: front",
            "selects nothing"),
        row(service, "port: 8080", "port: 80800", "port is no port: 80800"),
        row(service, "targetPort: http", "targetPort: https", "no port https"),
        row(EXTRACTOR, "containerPort: 8081", "containerPort: 0", "is no port: 0"),
        row(EXTRACTOR, "port: http\n          periodSeconds: 20", "port: web", "no port web"),
        row("PodMonitor/chiasm", "port: http", "port: metrics", "no port metrics"),
        row("NetworkPolicy/chiasm-metrics", "port: http", "port: metrics", "no port metrics"),
        row("NetworkPolicy/chiasm-services", "port: 9093", "port: 9092", "out to port 9093"),
        row("NetworkPolicy/chiasm-services", "port: 443", "port: 8443", "out to port 443"),
        row(
            "PodDisruptionBudget/chiasm-encoder",
            "component: encoder\n      app",
            "component: enc\n      app",
            "selects nothing"),
        row(
            EXTRACTOR,
            "priorityClassName: chiasm-worker",
            "priorityClassName: low",
            "no PriorityClass low"),
        row(
            EXTRACTOR,
            "secretName: chiasm-store\n",
            "secretName: chiasm-s3\n",
            "no such secret: chiasm-s3"),
        row(EXTRACTOR, "key: password", "key: pass", "no key pass in a secret"),
        row(
            EXTRACTOR,
            "mountPath: /run/chiasm/kafka\n",
            "mountPath: /run/kafka\n",
            "nothing is mounted at"),
        row(EXTRACTOR, "path: password", "path: pwd", "no file password in"),
        row(EXTRACTOR, "defaultMode: 288", "defaultMode: 440", "must be 0440"),
        row(
            ENCODER,
            "name: scratch\n      - name",
            "name: disk\n      - name",
            "no volume scratch"),
        row(
            EXTRACTOR,
            "configMapRef:\n            name: ",
            "configMapRef:\n            name: x",
            "no ConfigMap"));
  }

  static Stream<Arguments> pods() {
    return Stream.of(
        row(
            EXTRACTOR,
            "automountServiceAccountToken: false",
            "automountServiceAccountToken: true",
            "automountServiceAccountToken must be false"),
        row(EXTRACTOR, "      enableServiceLinks: false\n", "", "enableServiceLinks must be false"),
        row(EXTRACTOR, "runAsUser: 65532", "runAsUser: 0", "runAsUser must be 65532"),
        row(EXTRACTOR, "runAsNonRoot: true", "runAsNonRoot: false", "runAsNonRoot must be true"),
        row(EXTRACTOR, "type: RuntimeDefault", "type: Unconfined", "type must be RuntimeDefault"),
        row(
            EXTRACTOR,
            "readOnlyRootFilesystem: true",
            "readOnlyRootFilesystem: false",
            "readOnlyRootFilesystem must be true"),
        row(
            EXTRACTOR,
            "allowPrivilegeEscalation: false",
            "allowPrivilegeEscalation: true",
            "allowPrivilegeEscalation must be false"),
        row(EXTRACTOR, "            - ALL", "            - NET_RAW", "drop must be [ALL]"),
        row(
            EXTRACTOR,
            "enableServiceLinks: false",
            "enableServiceLinks: false\n      hostNetwork: true",
            "hostNetwork must not be there"),
        row(
            EXTRACTOR,
            "image: chiasm-extractor:0.1.0-SNAPSHOT",
            "image: chiasm-extractor:latest",
            "must not be latest"),
        row(
            EXTRACTOR,
            "image: chiasm-extractor:0.1.0-SNAPSHOT",
            "image: chiasm-extractor",
            "must have a tag"),
        row(
            EXTRACTOR,
            "image: chiasm-extractor:",
            "image: registry.example/chiasm-extractor:",
            "no registry"),
        row(
            EXTRACTOR,
            "image: chiasm-extractor:0.1.0-SNAPSHOT",
            "image: chiasm-extractor:0.0.9",
            "the project's version"),
        row(EXTRACTOR, "image: chiasm-extractor:", "image: chiasm-encoder:", "another service's"),
        row(EXTRACTOR, "containerPort: 8081", "containerPort: 8080", "the service's port is 8081"),
        row(EXTRACTOR, "path: /q/health/live", "path: /health/live", "path must be /q/health/live"),
        row(
            EXTRACTOR,
            "path: /q/health/live",
            "path: /q/health/ready",
            "path must be /q/health/live"),
        row(
            EXTRACTOR,
            "failureThreshold: 60",
            "failureThreshold: 6",
            "startupProbe gives up too soon"),
        row(EXTRACTOR, "periodSeconds: 20", "periodSeconds: 2", "livenessProbe gives up too soon"));
  }

  static Stream<Arguments> resources() {
    return Stream.of(
        row(EXTRACTOR, "limits:\n            cpu: \"2\"\n", "limits:\n", "limits.cpu is missing"),
        row(
            EXTRACTOR,
            "requests:\n            cpu: \"2\"",
            "requests:\n            cpu: \"3\"",
            "is above its limit"),
        row(
            EXTRACTOR,
            "memory: 2Gi\n          requests",
            "memory: 3Gi\n          requests",
            "must be what is requested"),
        row(ENCODER, "-Xmx2g", "-Xmx4g", "less than heap, working memory and 512Mi"),
        row(ENCODER, "value: 1G", "value: 3G", "less than heap, working memory and 512Mi"),
        row(ENCODER, "-Xmx2g", "-Xss1m", "sets no heap"),
        row(ENCODER, "sizeLimit: 16Gi", "sizeLimit: 64Gi", "less than its emptyDirs"),
        row(ENCODER, "emptyDir:\n          sizeLimit: 16Gi", "emptyDir: {}", "has no sizeLimit"),
        row("ResourceQuota/chiasm", "limits.memory: 64Gi", "limits.memory: 32Gi", "is needed"),
        row(
            "ResourceQuota/chiasm",
            "limits.cpu:",
            "limits.ephemeral-storage: 200Gi\n    limits.cpu:",
            "cannot be counted by class of priority"),
        row("ResourceQuota/chiasm", "pods: \"24\"", "pods: \"8\"", "pods are needed"));
  }

  static Stream<Arguments> settings() {
    String shared = "ConfigMap/chiasm-settings";
    return Stream.of(
        row(
            shared,
            "CHIASM_STORE_BUCKET:",
            "CHIASM_STORE_BUKCET:",
            "nothing reads CHIASM_STORE_BUKCET"),
        row(shared, "KAFKA_SECURITY_PROTOCOL:", "KAFKA_PROTOCOL:", "nothing reads KAFKA_PROTOCOL"),
        row(
            ENCODER,
            "CHIASM_ENCODER_MEMORY",
            "CHIASM_EXTRACTOR_MEMORY",
            "nothing reads CHIASM_EXTRACTOR_MEMORY"),
        row(ENCODER, "value: 1G", "value: a lot", "chiasm.encoder.memory"),
        row(shared, "  CHIASM_STORE_ENDPOINT: https://s3.example\n", "", "chiasm.store.endpoint"),
        row(
            shared,
            "CHIASM_TOPICS_REPLICATION: \"3\"",
            "CHIASM_TOPICS_REPLICATION: three",
            "chiasm.topics.replication"),
        row(
            shared,
            "  CHIASM_KAFKA:",
            "  X:",
            "one of CHIASM_KAFKA, KAFKA_BOOTSTRAP_SERVERS must be set"),
        row(
            shared,
            "  KAFKA_SASL_MECHANISM: SCRAM-SHA-512\n",
            "",
            "one of KAFKA_SASL_MECHANISM must be set"),
        row(
            shared,
            "CHIASM_STORE_SECRET_KEY_FILE: /run",
            "CHIASM_STORE_SECRET_KEY: /run",
            "is a secret: name its file"),
        row(
            EXTRACTOR,
            "name: CHIASM_KAFKA_USERNAME",
            "name: CHIASM_STORE_REGION",
            "one of CHIASM_KAFKA_USERNAME"),
        row(
            EXTRACTOR,
            "name: ORT_DISABLE_TELEMETRY",
            "name: CHIASM_EXTRACTOR_BATCH",
            "one of ORT_DISABLE_TELEMETRY"),
        row(
            AGGREGATOR,
            "name: CHIASM_ACCESS\n",
            "name: CHIASM_STORE_REGION\n",
            "one of CHIASM_ACCESS must be set"),
        row(AGGREGATOR, "value: tokens", "value: open", "must not be open"));
  }

  static Stream<Arguments> updates() {
    return Stream.of(
        row(AGGREGATOR, "replicas: 1", "replicas: 2", "replicas must be 1"),
        row(AGGREGATOR, "type: Recreate", "type: RollingUpdate", "strategy must be Recreate"),
        row(ENCODER, "maxUnavailable: 0", "maxUnavailable: 1", "maxUnavailable must be 0"),
        row(
            ENCODER,
            "terminationGracePeriodSeconds: 360",
            "terminationGracePeriodSeconds: 300",
            "must be at least 320"),
        row(
            EXTRACTOR,
            "terminationGracePeriodSeconds: 180",
            "terminationGracePeriodSeconds: 60",
            "must be at least 140"),
        row(
            AGGREGATOR,
            "terminationGracePeriodSeconds: 60",
            "terminationGracePeriodSeconds: -1",
            "must be at least 20"),
        row(
            ENCODER,
            "name: CHIASM_ENCODER_GRACE\n          value: 5m",
            "name: CHIASM_ENCODER_GRACE\n          value: 10m",
            "must be at least 620"),
        row(
            "PodDisruptionBudget/chiasm-encoder",
            "maxUnavailable: 1",
            "minAvailable: 1",
            "would stop every drain"));
  }

  static Stream<Arguments> operators() {
    String user = "KafkaUser/chiasm-extractor";
    return Stream.of(
        row(SCALER, "targetValue: \"50\"", "targetValue: 50", "integer found, string expected"),
        row(
            SCALER,
            "behavior: currentReplicasIfHigher",
            "behavior: currentReplicaIfHigher",
            "does not have a value in the enumeration"),
        row(
            SCALER,
            "behavior: currentReplicasIfHigher",
            "behavior: static",
            "fallback.behavior must be"),
        row(SCALER, "failureThreshold:", "failureTreshold:", "failureTreshold"),
        row(SCALER, "format: json", "format: prometheus", "must be the constant value 'json'"),
        row(SCALER, "\"extraction-tasks\"", "\"encoding-tasks\"", "is not for extraction-tasks"),
        row(SCALER, ").lag", ").backlog", "finds null"),
        row(SCALER, "topics.#(topic==", "topics.#(name==", "finds null"),
        row(SCALER, ".svc:8080/topics", ".svc:8081/topics", "has no port 8081"),
        row(SCALER, ".svc:8080/topics", ".svc:8080/q/metrics", "the path must be /topics"),
        row(
            SCALER,
            "chiasm-aggregator.chiasm.svc",
            "chiasm-aggregator.other.svc",
            "in another namespace"),
        row(SCALER, "name: chiasm-scaler", "name: scaler", "gives no token"),
        row(
            SCALER,
            "    name: chiasm-extractor\n",
            "    name: extractor\n",
            "no Deployment extractor"),
        row(EXTRACTOR, "\nspec:\n", "\nspec:\n  replicas: 1\n", "must be left to ScaledObject"),
        row(
            "ScaledObject/chiasm-encoder",
            "minReplicaCount: 1",
            "minReplicaCount: 0",
            "minReplicaCount must be 1"),
        row(
            "TriggerAuthentication/chiasm-scaler",
            "key: token",
            "key: password",
            "no key password"),
        row("Kafka/chiasm", "version: 4.3.1", "version: 4.4.0", "version and metadataVersion"),
        row("Kafka/chiasm", "port: 9093", "port: 9094", "CHIASM_KAFKA is"),
        row("KafkaTopic/activations", "partitions: 6", "partitons: 6", "partitons"),
        row("KafkaTopic/activations", "partitions: 6", "partitions: 0", "minimum value of 1"),
        row("KafkaTopic/activations", "partitions: 6", "partitions: 3", "partitions must be 6"),
        row("KafkaTopic/activations", "name: activations", "name: activation", "topics are"),
        row(
            "KafkaTopic/activations",
            "max.message.bytes: 8388608",
            "max.message.bytes: 1048588",
            "max.message.bytes must be"),
        row(
            "KafkaTopic/dead-letters",
            "retention.ms: 2592000000",
            "retention.ms: 604800000",
            "retention.ms must be"),
        row(
            "KafkaTopic/activations",
            "strimzi.io/cluster: chiasm",
            "strimzi.io/cluster: kafka",
            "no cluster kafka"),
        row(user, "- Write", "- Wirte", "does not have a value in the enumeration"),
        row(
            user,
            "name: extraction-tasks-workers",
            "name: extractors",
            "may not group extraction-tasks-workers"),
        row(user, "- IdempotentWrite", "- IdempotentWrite\n      - Alter", "need not cluster"),
        row(
            "PrometheusRule/chiasm",
            "chiasm_queue_backlog",
            "chiasm_queue_lag",
            "no metric chiasm_queue_lag"),
        row("PodMonitor/chiasm", "interval: 15s", "intervall: 15s", "intervall"),
        row("PodMonitor/chiasm", "path: /q/metrics", "path: /metrics", "path must be /q/metrics"));
  }

  @Test
  void aKeyThatIsThereTwiceIsFound() {
    assertThatThrownBy(() -> with(AGGREGATOR, "  replicas: 1", "  replicas: 1\n  replicas: 2"))
        .hasMessageContaining("duplicate key replicas");
  }

  private static Arguments row(String object, String right, String wrong, String words) {
    return Arguments.of(object, right, wrong, words);
  }

  /** The first overlay with that text in that object, with the mistake. */
  private static Overlay with(String object, String right, String wrong) {
    for (String name : List.of("production", "strimzi-oidc", "trial")) {
      List<String> texts = Overlay.texts(name);
      for (int i = 0; i < texts.size(); i++) {
        if (is(texts.get(i), object) && texts.get(i).contains(right)) {
          return Overlay.of(name, replaced(texts, i, right, wrong));
        }
      }
    }
    throw new AssertionError("no overlay has '" + right + "' in " + object);
  }

  /** Names that are made of contents end with their hash. */
  private static boolean is(String text, String object) {
    String kind = object.substring(0, object.indexOf('/'));
    String name = object.substring(object.indexOf('/') + 1);
    return text.contains("kind: " + kind + "\n")
        && text.matches("(?s).*\n  name: " + name + "(-[a-z0-9]{10})?\n.*");
  }

  private static List<String> replaced(List<String> texts, int i, String right, String wrong) {
    String text = texts.get(i);
    int at = text.indexOf(right);
    String mistaken = text.substring(0, at) + wrong + text.substring(at + right.length());
    return Stream.concat(
            Stream.concat(texts.subList(0, i).stream(), Stream.of(mistaken)),
            texts.subList(i + 1, texts.size()).stream())
        .toList();
  }
}
