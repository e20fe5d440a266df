package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {
  @Test
  void nothingIsWrong() {
    assertThat(ComposeRules.broken(Compose.of(Compose.text()))).isEmpty();
  }

  @ParameterizedTest(name = "{1} instead of {0}")
  @MethodSource("mistakes")
  void aMistakeIsFound(String right, String wrong, String words) {
    String text = Compose.text();
    assertThat(text).contains(right);

    List<String> broken = ComposeRules.broken(Compose.of(text.replace(right, wrong)));

    assertThat(broken).anySatisfy(found -> assertThat(found).contains(words));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("read_only: true", "read_only: false", "read_only must be true"),
        row("cap_drop: [ALL]", "cap_drop: [NET_RAW]", "cap_drop must be [ALL]"),
        row("no-new-privileges:true", "no-new-privileges:false", "security_opt must be"),
        row("user: ${CHIASM_USER:?run ./secrets.sh first}", "user: root", "user must be"),
        row("  pids_limit: 4096\n", "", "pids_limit is missing"),
        row("mem_limit: 2g", "mem_limit: 1g", "extractor.mem_limit is less than heap"),
        row("-Xmx2g", "-Xmx3g", "encoder.mem_limit is less than heap"),
        row("CHIASM_ENCODER_MEMORY: 1G", "CHIASM_ENCODER_MEMORY: 2G", "encoder.mem_limit is less"),
        row("size=768m", "size=2g", "encoder.mem_limit is less than heap"),
        row(",size=256m", "", "must have a size"),
        row("exec,nosuid,nodev,size=256m", "noexec,size=256m", "programs are run from /tmp"),
        row("    mem_limit: 1536m\n", "", "aggregator.mem_limit is missing"),
        row("${CHIASM_ADDRESS:-127.0.0.1}:${CHIASM_PORT", "0.0.0.0:${CHIASM_PORT", "ports are"),
        row("hostname: kafka", "ports: [\"9092:9092\"]", "kafka.ports are [9092:9092]"),
        row("hostname: kafka", "network_mode: host", "kafka.network_mode must not be there"),
        row("hostname: kafka", "privileged: true", "kafka.privileged must not be there"),
        row("internal: true", "internal: false", "inside.internal must be true"),
        row("networks: [inside]\n    command", "networks: [outside]\n    command", "inside"),
        row("profiles: [s3]", "profiles: [s4]", "s3.profiles are not s3"),
        row(":8081/q/health/live", ":8082/q/health/live", "must ask http://localhost:8081"),
        row("service.shell.HealthProbe", "service.shell.Probe", "program that the image lacks"),
        row("stop_grace_period: 360s", "stop_grace_period: 60s", "320s"),
        row("chiasm-encoder:${CHIASM_TAG:-0.1.0-SNAPSHOT}", "chiasm-encoder:1", "encoder.image"),
        row("apache/kafka:4.3.1", "apache/kafka:latest", "which is not latest"),
        row("apache/kafka:4.3.1", "registry.example/apache/kafka:4.3.1", "no registry"),
        row("CHIASM_ACCESS: tokens", "CHIASM_ACCESS: open", "CHIASM_ACCESS must not be open"),
        row("CHIASM_ENCODER_SCRATCH:", "CHIASM_SCRATCH:", "nothing reads CHIASM_SCRATCH"),
        row("CHIASM_ENCODER_MEMORY: 1G", "CHIASM_ENCODER_MEMORY: much", "chiasm.encoder.memory"),
        row("      ORT_DISABLE_TELEMETRY: \"1\"\n", "", "one of ORT_DISABLE_TELEMETRY"),
        row("  - defaults.env\n", "", "chiasm.store.endpoint is required"),
        row("- defaults.env", "- default.env", "no file default.env"),
        row("/run/access/tokens.yaml", "/run/tokens/tokens.yaml", "nothing is mounted for"),
        row("    secrets: [grafana-password]\n", "", "no secret grafana-password"),
        row("GF_SECURITY_ADMIN_PASSWORD__FILE: /run", "GF_SECURITY_ADMIN_PASSWORD: /run", "secret"),
        row("./secrets/grafana-password}", "./secrets/grafana}", "secrets.sh makes no"),
        row("./data/store:/store", "/srv/store:/store", "nobody makes /srv/store"),
        row("../monitoring:/etc/chiasm:ro", "../monitoring:/etc/chiasm", "must be read-only"),
        row("container_name: chiasm-aggregator", "hostname: one", "being started twice"),
        row("  extractor:\n", "  extraktor:\n", "services are"));
  }

  private static Arguments row(String right, String wrong, String words) {
    return Arguments.of(right, wrong, words);
  }

  /** Brokers and store elsewhere: the example is one that the services take. */
  @Test
  void theExampleOfSettingsIsRight() {
    Map<String, String> example = Compose.variables(Compose.read("settings.example.env"));
    Compose compose = Compose.of(Compose.text());

    Overlay overlay =
        Compose.overlay(
            name -> {
              Map<String, String> all = new TreeMap<>(Compose.environment(compose.service(name)));
              all.putAll(example);
              return all;
            });

    assertThat(SettingRules.broken(overlay)).isEmpty();
  }

  @Test
  void theScriptMakesWhatIsMountedAndChangesNothing(@TempDir Path folder) throws Exception {
    String text = Compose.text();

    run(folder);

    assertThat(folder.resolve("secrets/access/tokens.yaml")).content().contains("role: operator");
    assertThat(folder.resolve(".env")).content().contains("CHIASM_USER=");
    Compose.of(text).services().stream()
        .flatMap(service -> Compose.texts(service.at("volumes")))
        .map(volume -> volume.split(":")[0])
        .filter(path -> path.startsWith("./"))
        .forEach(path -> assertThat(folder.resolve(path)).isDirectory());
    Node secrets = Compose.of(text).root().at("secrets");
    for (String name : secrets.keys()) {
      assertThat(folder.resolve(secrets.key(name).text("file"))).isNotEmptyFile();
    }
    String token = Files.readString(folder.resolve("secrets/operator.token"));
    String tokens = Files.readString(folder.resolve("secrets/access/tokens.yaml"));
    assertThat(tokens).contains(SecretsScriptTest.hash(token.strip()));

    run(folder);

    assertThat(folder.resolve("secrets/operator.token")).hasContent(token);
    assertThat(folder.resolve("secrets/access/tokens.yaml")).hasContent(tokens);
  }

  private static void run(Path folder) throws IOException, InterruptedException {
    int code;
    try {
      code =
          new ProcessBuilder("./secrets.sh", folder.toString())
              .directory(Compose.FOLDER.toFile())
              .inheritIO()
              .start()
              .waitFor();
    } catch (IOException e) {
      code = -1;
    }
    assumeTrue(code == 0, "no bash or no openssl here");
  }
}
