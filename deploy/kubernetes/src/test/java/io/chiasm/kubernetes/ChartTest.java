package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm's chart makes what the overlays make, and says what is wrong with its values. */
class ChartTest {
  @ParameterizedTest
  @MethodSource("names")
  void itMakesWhatTheOverlayMakes(String name) {
    Overlay chart = Chart.of(name, Chart.text(name));

    assertThat(Differences.between(Overlay.of(name, Overlay.texts(name)), chart)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingIsWrong(String name) {
    assertThat(Rules.broken(Chart.of(name, Chart.text(name)))).isEmpty();
  }

  @ParameterizedTest(name = "{1} instead of {0}")
  @MethodSource("mistakes")
  void aDifferenceIsFound(String right, String wrong, String words) {
    String text = Chart.text("production");
    assertThat(text).contains(right);

    Overlay chart = Chart.of("production", text.replace(right, wrong));

    assertThat(Differences.between(Overlay.of("production", Overlay.texts("production")), chart))
        .anySatisfy(found -> assertThat(found).contains(words));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "maxReplicaCount: 8", "maxReplicaCount: 9", "maxReplicaCount: 8, in the chart 9"),
        Arguments.of("value: -Xmx2g", "value: -Xmx3g", "value: -Xmx2g, in the chart -Xmx3g"),
        Arguments.of("targetValue: \"50\"", "targetValue: 50", "targetValue: 50, in the chart 50"),
        Arguments.of("name: chiasm-deny", "name: chiasm-refuse", "chiasm-deny is not in the chart"),
        Arguments.of("name: chiasm-deny", "name: chiasm-refuse", "is in the chart only"),
        Arguments.of("  CHIASM_KAFKA_CA: ", "  CHIASM_KAFKA_PEM: ", "CHIASM_KAFKA_CA"),
        Arguments.of("name: CHIASM_ENCODER_SCRATCH", "name: CHIASM_SCRATCH", "CHIASM_SCRATCH"),
        Arguments.of("name: chiasm-settings\n", "name: settings\n", "in the chart settings"),
        Arguments.of("type: Recreate", "type: Recreate\n    rollingUpdate: {}", "rollingUpdate"),
        Arguments.of("checksum/settings:", "prometheus.io/scrape:", "prometheus.io/scrape"),
        Arguments.of("        - mountPath: /scratch\n          name: scratch\n", "", "/scratch"));
  }

  @Test
  void everyOverlayHasItsValues() throws IOException {
    try (Stream<Path> files = Files.list(Helm.FOLDER.resolve("values"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(Overlay.NAMES);
    }
  }

  @Test
  void itsVersionIsTheProjects() throws IOException {
    assertThat(Files.readAllLines(Helm.FOLDER.resolve("chiasm/Chart.yaml")))
        .contains("version: " + ServiceProperties.version())
        .contains("appVersion: " + ServiceProperties.version());
  }

  @Test
  void whatIsKeptIsWhatHelmRenders(@TempDir Path fresh) {
    Helm rendered = Helm.script("./render.sh", fresh.toString());

    assertThat(rendered.code()).as(rendered.out()).isZero();
    for (String name : Overlay.NAMES) {
      assertThat(fresh.resolve(name + ".yaml"))
          .as("run deploy/helm/render.sh")
          .hasSameTextualContentAs(Helm.FOLDER.resolve("rendered/" + name + ".yaml"));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void helmFindsNothingToSayOfIt(String name) {
    Helm linted = Helm.run("lint", "--strict", "chiasm", "-f", "values/" + name + ".yaml");

    assertThat(linted.code()).as(linted.out()).isZero();
    assertThat(linted.out()).contains("0 chart(s) failed").doesNotContain("[WARNING]");
  }

  static Stream<String> names() {
    return Overlay.NAMES.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka.address=                    | kafka.address is needed: host:port
          kafka.address=broker              | at '/kafka/address'
          kafka.protocl=SSL                 | additional properties 'protocl' not allowed
          kafka.protocol=SASL               | must be one of 'PLAINTEXT', 'SSL'
          store.endpoint=s3.example         | at '/store/endpoint'
          store.kind=minio                  | must be one of 'external', 'trial'
          access.kind=oidc                  | access.oidc.server is needed
          access.kind=open                  | must be one of 'tokens', 'oidc'
          keda.enabled=yes                  | at '/keda/enabled': got string, want boolean
          images.tag=latest                 | images.tag must not be latest
          images.digests.encoder=abc        | at '/images/digests/encoder'
          encoder.replicas=0                | at '/encoder/replicas'
          encoder.heap=4g                   | less than the heap, encoder.memory and 512Mi
          encoder.heap=2048                 | got number, want string
          encoder.memory=3G                 | less than the heap, encoder.memory and 512Mi
          encoder.scratch=20Gi              | must hold encoder.scratch
          keda.encoder.most=12              | quota.hard.pods is 24; 25 are needed
          quota.hard.limits\\.memory=32Gi   | quota.hard.limits.memory is 32Gi
          quota.hard.requests\\.cpu=8       | quota.hard.requests.cpu
          settings.CHIASM_STORE_SECRET_KEY=x | is a secret: name its file
          extractor.env.CHIASM_KAFKA_PASSWORD=x | is a secret: give it as
          extractor.grace=soon              | at '/extractor/grace'
          encoder.env.CHIASM_ENCODER_GRACE=1h | CHIASM_ENCODER_GRACE: say encoder.grace
          settings.CHIASM_EXTRACTOR_GRACE=1h | CHIASM_EXTRACTOR_GRACE: say extractor.grace
          """)
  void aWrongValueIsRefused(String change, String words) {
    Helm answer = Helm.template("production", change);

    assertThat(answer.code()).isNotZero();
    assertThat(answer.out()).contains(words);
  }

  @Test
  void imagesAreWhereTheValuesSay() {
    String digest = "sha256:" + "a".repeat(64);

    Overlay chart =
        Helm.template(
                "production",
                "images.registry=registry.example/lab",
                "images.tag=1.2.3",
                "images.digests.encoder=" + digest)
            .overlay();

    assertThat(chart.services().map(service -> service.container().text("image")))
        .containsExactlyInAnyOrder(
            "registry.example/lab/chiasm-extractor:1.2.3",
            "registry.example/lab/chiasm-encoder@" + digest,
            "registry.example/lab/chiasm-aggregator:1.2.3");
  }

  @Test
  void aPodIsGivenTheGraceAndAMinute() {
    Overlay chart = Helm.template("production", "encoder.grace=2h").overlay();

    Manifest encoder = chart.find("Deployment", "chiasm-encoder").orElseThrow();
    assertThat(encoder.pod().number("terminationGracePeriodSeconds")).isEqualTo(7260);
    assertThat(Settings.of(chart, encoder)).containsEntry("CHIASM_ENCODER_GRACE", "2h");
  }

  /** Each still keeps all rules. */
  @ParameterizedTest
  @MethodSource("choices")
  void choicesKeepTheRules(String values, List<String> changes) {
    Overlay chart = Helm.template(values, changes.toArray(String[]::new)).overlay();

    assertThat(Rules.broken(chart)).isEmpty();
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        choice("production", "keda.enabled=false", "extractor.replicas=3", "encoder.replicas=2"),
        choice("production", "kafka.protocol=PLAINTEXT"),
        choice("production", "kafka.protocol=SSL", "kafka.authorities="),
        choice("production", "store.authorities=", "store.endpoint=http://store:9000"),
        choice("production", "priorities.enabled=false", "quota.enabled=false"),
        choice("production", "monitoring.enabled=false", "networkPolicies.enabled=false"),
        choice("production", "extractor.env.CHIASM_EXTRACTOR_DEVICE=cuda"),
        choice("production", "encoder.env.JAVA_TOOL_OPTIONS=-Xmx1g -Dx=y"),
        choice("production", "settings.CHIASM_DATA_ENDPOINT=https://data.example"),
        choice("production", "extractor.grace=90s", "encoder.grace=2h"),
        choice("trial", "networkPolicies.enabled=true", "access.roots={s3://a,s3://b}"));
  }

  private static Arguments choice(String values, String... changes) {
    return Arguments.of(values, Arrays.asList(changes));
  }

  @Test
  void portsOfNetworkPoliciesAreThoseOfTheAddresses() {
    Overlay chart =
        Helm.template(
                "production",
                "kafka.address=a:9094\\,b:9095",
                "store.endpoint=https://store.example:9000",
                "networkPolicies.ports={4317}")
            .overlay();

    List<Node> egress =
        chart
            .find("NetworkPolicy", "chiasm-services")
            .orElseThrow()
            .root()
            .at("spec.egress")
            .items();
    assertThat(egress.get(1).items("ports").map(port -> port.number("port")))
        .containsExactly(9094L, 9095L);
    assertThat(egress.get(2).items("ports").map(port -> port.number("port")))
        .containsExactly(4317L, 443L, 9000L);
  }

  @Test
  void anArchiveNeedsNoLinks(@TempDir Path folder) {
    Helm packed = Helm.run("package", "chiasm", "-d", folder.toString());
    assertThat(packed.code()).as(packed.out()).isZero();
    String archive = folder + "/chiasm-" + ServiceProperties.version() + ".tgz";

    Helm answer =
        Helm.run("template", "chiasm", archive, "-n", "chiasm", "-f", "values/production.yaml");

    assertThat(Differences.between(Chart.of("kept", Chart.text("production")), answer.overlay()))
        .isEmpty();
  }

  @Test
  void aChartWithoutItsLinksSaysSo(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(Helm.FOLDER.resolve("chiasm"))) {
      for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
        Files.copy(file, folder.resolve(Helm.FOLDER.relativize(file).toString()));
      }
    }

    Helm answer = Helm.run("template", "x", folder + "/chiasm", "-f", "values/production.yaml");

    assertThat(answer.code()).isNotZero();
    assertThat(answer.out()).contains("the chart lacks files/", "lost them");
  }

  @Test
  void anotherNamespaceIsEverywhere() {
    Helm answer = Helm.run("template", "x", "chiasm", "-n", "lab", "-f", "values/production.yaml");

    assertThat(answer.out())
        .doesNotContain("namespace: chiasm")
        .contains("chiasm-aggregator.lab.svc");
  }
}
