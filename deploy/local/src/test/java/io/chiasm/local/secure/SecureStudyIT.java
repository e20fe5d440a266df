package io.chiasm.local.secure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.local.cli.Chiasm;
import io.chiasm.local.cli.MadeStudies;
import io.chiasm.local.running.FreePort;
import io.chiasm.local.running.RunningService;
import io.chiasm.local.telemetry.MetricsPage;
import io.chiasm.local.telemetry.SentSpan;
import io.chiasm.local.telemetry.TraceReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes that know only their environment and files. */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SecureStudyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger ALL_LOGGERS = Logger.getLogger("");

  private static final String PASSWORD = "m4rk3d-p4ssw0rd-${x}\\\"";
  private static final String SECRET = "m4rk3d-s3cr3t";
  private static final String MARK = "m4rk3d";

  /**
   * One that waits for its broker or store takes as long as their clients do, a minute and more;
   * one that waits for nothing takes a second, or a few on a busy machine.
   */
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private static final String TOKEN = "m4rk3d-t0k3n-of-32-characters-and-more";
  private static final List<String> KEPT = List.of("password", "secret-key", "token");
  private static final List<String> SERVICES = List.of("extractor", "encoder", "aggregator");

  /** The bucket of the overlay's roots that studies may name. */
  private static final String BUCKET = "data";

  private static final List<String> TABLES =
      List.of("scores.csv", "groups.csv", "statistics.csv", "folds.csv", "networks.csv");

  private static Path folder = Path.of("");
  private static MadeCertificates certificates;
  private static ProductionPods pods;

  @BeforeAll
  static void make(@TempDir Path temporary) throws Exception {
    ALL_LOGGERS.setLevel(Level.WARNING);
    folder = temporary;
    certificates =
        new MadeCertificates(folder.resolve("certificates"), "authority")
            .sign("server", "-1d", 10, "dns:localhost");
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    pods = new ProductionPods(folder.resolve("pods"), secrets());
    Files.writeString(
        folder.resolve("logging.properties"),
        """
        quarkus.log.category."org.apache.kafka.common.config".level=INFO
        quarkus.log.category."org.apache.kafka.clients".level=INFO
        """);
  }

  /** As docs/how-to/kubernetes.md has whoever installs make them. */
  private static Map<String, Map<String, String>> secrets() throws IOException {
    Map<String, Map<String, String>> all = new HashMap<>();
    SERVICES.forEach(
        each -> all.put(ProductionPods.login(each), Map.of("password", password(each))));
    String authority = Files.readString(certificates.ca());
    all.put("chiasm-cluster-ca-cert", Map.of("ca.crt", authority));
    all.put("chiasm-store", Map.of("access-key", SecureStore.ACCESS_KEY, "secret-key", SECRET));
    all.put("chiasm-store-ca", Map.of("ca.crt", authority));
    String hash = Sha256.of(TOKEN).value();
    all.put(
        "chiasm-access",
        Map.of("tokens.yaml", "- {name: ana, role: scientist, sha256: " + hash + "}\n"));
    return all;
  }

  private static String password(String service) {
    return PASSWORD + "-" + service;
  }

  /** With the services' logins and rights, and the topics, as an operator of brokers makes them. */
  private static SecureBroker broker(Path log, int port) throws Exception {
    SecureBroker broker = new SecureBroker(log, certificates, PASSWORD, port);
    for (String service : SERVICES) {
      broker.addUser(ProductionPods.login(service), password(service));
    }
    broker.allow(ProductionPods.rights().toList());
    try (Topics topics = new Topics(Brokers.at(broker.open()))) {
      topics.prepare(TopicSettings.DEFAULT);
    }
    return broker;
  }

  private static String chiasm(Map<String, String> environment, Object... arguments)
      throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-Dchiasm.home=" + System.getProperty("chiasm.home"));
    line.add("-Dai.djl.offline=true");
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Chiasm.class.getName()));
    Stream.of(arguments).map(Object::toString).forEach(line::add);
    ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
    command.environment().putAll(environment);
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /**
   * The production overlay's, with what its owner fills in: where brokers and store are. Besides,
   * what a curious operator turns on; Quarkus keeps Kafka from telling its settings.
   */
  private static Map<String, String> environment(String service, String brokers, String endpoint)
      throws IOException {
    Map<String, String> all =
        pods.environment(
            service, Map.of("CHIASM_KAFKA", brokers, "CHIASM_STORE_ENDPOINT", endpoint));
    all.put("QUARKUS_CONFIG_LOCATIONS", folder.resolve("logging.properties").toString());
    all.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE__LEVEL", "DEBUG");
    return all;
  }

  /** The laboratory's server: data in a bucket, networks sent along, tokens, TLS everywhere. */
  @Test
  void aStudySubmittedFromOutsideHasTheTablesOfAFolder() throws Exception {
    // Given
    Path data = folder.resolve("data");
    chiasm(
        Map.of(), "simulate", "-o", data, "--participants", 2, "--stimuli", 40, "--vertices", 40);
    Path study = data.resolve("study.yaml");
    Files.writeString(
        study,
        MadeStudies.withoutMaps(
            Files.readString(study).replaceFirst("layers: .*", "layers: {late: late}")));
    Path plain = folder.resolve("plain");
    chiasm(Map.of(), "run", study, "-o", plain);
    Path results = folder.resolve("results");
    // When
    Set<String> metrics = new TreeSet<>();
    try (SecureBroker broker = broker(folder.resolve("broker"), FreePort.any());
        TraceReceiver receiver = new TraceReceiver();
        SecureStore store =
            new SecureStore(folder.resolve("store"), certificates, "server", SECRET)) {
      upload(data, store);
      int port = FreePort.any();
      String endpoint = store.endpoint().toString();
      Map<String, String> shared = followed("aggregator", broker, endpoint, receiver);
      shared.putAll(withTls(port));
      try (RunningService aggregator = new RunningService(folder, "aggregator", shared);
          RunningService extractor =
              new RunningService(
                  folder, "extractor", followed("extractor", broker, endpoint, receiver));
          RunningService encoder =
              new RunningService(
                  folder, "encoder", followed("encoder", broker, endpoint, receiver))) {
        for (RunningService service : List.of(aggregator, extractor, encoder)) {
          service.await("ready", service::ready);
        }
        Laboratory laboratory = new Laboratory(port);
        String id = laboratory.chiasm("submit", inBucket(data), "--send", "--progress", "none");
        CompletableFuture<String> watched =
            CompletableFuture.supplyAsync(() -> laboratory.chiasm("watch", id));
        // A look during a short study may know no queue's age; it is zero once nothing waits.
        aggregator.await(
            "its end and the age of an empty queue",
            () -> {
              metrics.addAll(MetricsPage.shown(aggregator.get("/q/metrics")));
              return watched.isDone() && metrics.contains("chiasm_queue_oldest_age_seconds");
            });
        assertThat(watched.get()).contains("gabor");
        metrics.addAll(MetricsPage.shown(extractor.get("/q/metrics")));
        metrics.addAll(MetricsPage.shown(encoder.get("/q/metrics")));
        aggregator.await("the report's span", () -> seen(receiver, "report"));
        String trace = assertOneTraceFromSubmissionToReport(receiver.spans());
        assertLogsSayWhatTheyAreAbout(id, trace);
        laboratory.chiasm("report", id, "-o", results);
        Files.writeString(folder.resolve("metrics"), aggregator.get("/q/metrics"));
        assertShowsWhatThePageSays("aggregator", aggregator);
        assertShowsWhatThePageSays("extractor", extractor);
        assertShowsWhatThePageSays("encoder", encoder);
        Files.writeString(folder.resolve("ready"), aggregator.get("/q/health"));
        assertThat(aggregator.get("/studies")).startsWith("401");
      }
    }
    // Then
    assertThat(metrics).isEqualTo(MetricsPage.documented());
    for (String table : TABLES) {
      assertThat(results.resolve("tables").resolve(table))
          .hasSameBinaryContentAs(plain.resolve("tables").resolve(table));
    }
    assertThat(Files.readString(folder.resolve("aggregator.log")))
        .contains("who=ana role=scientist method=POST route=/studies");
    assertNothingSecretWasWritten();
  }

  private static void assertShowsWhatThePageSays(String name, RunningService service)
      throws IOException {
    String shown = service.get("/q/metrics");
    assertThat(MetricsPage.lacking(name, shown)).as(name + "\n" + shown).isEmpty();
  }

  private static void upload(Path data, SecureStore server) throws Exception {
    StoreSettings settings =
        new StoreSettings(
            server.endpoint(),
            BUCKET,
            SecureStore.ACCESS_KEY,
            SECRET,
            "us-east-1",
            Optional.of(certificates.ca()),
            Optional.of(true));
    try (MinioStore store = MinioStore.connect(settings);
        Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        store.put(new ObjectKey("sets/made/" + data.relativize(file)), Content.of(file));
      }
    }
  }

  /** The data set is the bucket's; the network stays what it is, a file of this machine. */
  private static Path inBucket(Path data) throws IOException {
    String text = Files.readString(data.resolve("study.yaml"));
    return Files.writeString(
        data.resolve("in-bucket.yaml"),
        text.replaceFirst("algonauts: \\S+", "algonauts: s3://" + BUCKET + "/sets/made"));
  }

  /** And what whoever follows studies and reads logs by program adds. */
  private static Map<String, String> followed(
      String service, SecureBroker broker, String endpoint, TraceReceiver receiver)
      throws IOException {
    Map<String, String> all = environment(service, broker.secure(), endpoint);
    all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    all.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    all.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    all.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
    return all;
  }

  /** What an ingress is for in a cluster. */
  private static Map<String, String> withTls(int port) {
    return Map.of(
        "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificates.certificate("server").toString(),
        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", certificates.key("server").toString(),
        "QUARKUS_HTTP_SSL_PORT", String.valueOf(port));
  }

  /** A scientist's command line, elsewhere. */
  private record Laboratory(int port) {
    String chiasm(Object... arguments) {
      List<Object> line = new ArrayList<>(List.of(arguments));
      line.add("--server");
      line.add("https://localhost:" + port);
      try {
        return SecureStudyIT.chiasm(
                Map.of(
                    "CHIASM_TOKEN_FILE", folder.resolve("token").toString(),
                    "CHIASM_SERVER_CA", certificates.ca().toString()),
                line.toArray())
            .strip();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean seen(TraceReceiver receiver, String name) {
    return receiver.spans().stream().anyMatch(span -> span.name().equals(name));
  }

  private static String assertOneTraceFromSubmissionToReport(List<SentSpan> all) {
    String trace =
        all.stream()
            .filter(span -> span.name().equals("submit"))
            .map(SentSpan::trace)
            .reduce((one, other) -> one + " and " + other)
            .orElse("none");
    List<SentSpan> spans = all.stream().filter(span -> span.trace().equals(trace)).toList();
    assertThat(spans)
        .extracting(SentSpan::name)
        .contains("POST /studies", "submit", "import", "plan", "extraction", "gram", "encoding")
        .contains("report");
    Set<String> ids = spans.stream().map(SentSpan::id).collect(Collectors.toSet());
    assertThat(spans)
        .filteredOn(span -> !ids.contains(span.parent()))
        .extracting(SentSpan::name)
        .containsExactly("POST /studies");
    assertThat(all)
        .filteredOn(span -> span.name().matches("extraction|gram|encoding|report"))
        .allMatch(span -> span.trace().equals(trace));
    return trace;
  }

  /** Each line is JSON; those of a task say whose it is. */
  private static void assertLogsSayWhatTheyAreAbout(String study, String trace) throws IOException {
    for (String service : List.of("aggregator", "extractor", "encoder")) {
      List<JsonNode> contexts = new ArrayList<>();
      List<String> lines = Files.readAllLines(folder.resolve(service + ".log"));
      assertThat(lines.get(0)).startsWith("Picked up JAVA_TOOL_OPTIONS: -Xmx");
      for (String line : lines.subList(1, lines.size())) {
        contexts.add(JSON.readTree(line).path("mdc"));
      }
      assertThat(contexts)
          .as(service)
          .anyMatch(
              mdc ->
                  mdc.path("study").asText().equals(study)
                      && mdc.path("trace").asText().equals(trace));
      assertThat(contexts)
          .as(service)
          .anyMatch(mdc -> service.equals("aggregator") || mdc.hasNonNull("task"))
          .anyMatch(mdc -> !service.equals("encoder") || mdc.hasNonNull("participant"))
          .anyMatch(mdc -> service.equals("aggregator") || mdc.hasNonNull("layer"));
    }
  }

  /** Logs, results, objects, metrics, answers; the files that hold the secrets are known. */
  private static void assertNothingSecretWasWritten() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(20).contains(folder.resolve("aggregator.log"));
    assertThat(Files.readString(folder.resolve("aggregator.log")))
        .as("what Kafka's clients say of their settings")
        .contains("sasl.jaas.config");
    assertThat(files)
        .filteredOn(file -> !KEPT.contains(file.getFileName().toString()))
        .filteredOn(SecureStudyIT::isMarked)
        .isEmpty();
  }

  private static boolean isMarked(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aServiceWithNothingThereSaysSoAndEndsAtOnce() throws Exception {
    // Given
    int port = FreePort.any();
    for (String name : SERVICES) {
      Map<String, String> environment =
          environment(name, "localhost:" + port, "https://localhost:" + port);
      try (RunningService service =
          new RunningService(Files.createDirectories(folder.resolve("away")), name, environment)) {
        // When
        service.await("reasons", () -> saysWhatIsAway(service));
        // Then
        assertThat(service.get("/q/health/ready")).startsWith("503");
        assertThat(service.get("/q/health/live")).startsWith("200");
        assertThat(service.terminate()).as(name + "\n" + service.log()).isLessThan(AT_ONCE);
        assertThat(service.log()).contains("not ready: ").doesNotContain(MARK);
      }
    }
  }

  private static boolean saysWhatIsAway(RunningService service) {
    String answer = service.get("/q/health/ready");
    return answer.contains("object store https://localhost:")
        && answer.contains("cannot be reached");
  }

  @Test
  void aServiceWorksAsSoonAsStoreAndBrokerCome() throws Exception {
    Path own = Files.createDirectories(folder.resolve("later"));
    int brokerPort = FreePort.any();
    int storePort = FreePort.any();
    try (RunningService encoder =
        new RunningService(
            own,
            "encoder",
            environment("encoder", "localhost:" + brokerPort, "https://localhost:" + storePort))) {
      encoder.await("reasons", () -> saysWhatIsAway(encoder));
      try (SecureStore store =
              new SecureStore(own.resolve("store"), certificates, "server", SECRET, storePort);
          SecureBroker broker = broker(own.resolve("broker"), brokerPort)) {
        encoder.await("ready", encoder::ready);
        assertThat(encoder.terminate()).isLessThan(AT_ONCE);
        assertThat(store.port()).isEqualTo(storePort);
        assertThat(broker.secure()).endsWith(":" + brokerPort);
      }
    }
  }

  @Test
  void aSettingThatIsWrongEndsTheServiceWithOneSentence() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("wrong"));
    for (String name : SERVICES) {
      Map<String, String> environment = environment(name, "localhost:9", "https://localhost:9");
      environment.put("CHIASM_STORE_SECRET_KEY_FILE", "/nowhere/secret");
      try (RunningService service = new RunningService(logs, name, environment)) {
        assertThat(service.exitCode()).isEqualTo(2);
        assertThat(service.log())
            .contains("CHIASM_STORE_SECRET_KEY_FILE: there is no file /nowhere/secret")
            .doesNotContain("\tat ");
      }
    }
  }
}
