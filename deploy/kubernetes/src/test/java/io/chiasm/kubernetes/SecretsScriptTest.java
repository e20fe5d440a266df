package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SecretsScriptTest {
  /** Written to be read by a person, and by no pod. */
  private static final Set<String> PERSONS = Set.of("chiasm-operator");

  @Test
  void itMakesWhatATrialRefersTo() throws Exception {
    Map<String, Node> made = made();

    made.forEach(
        (name, data) -> {
          if (!PERSONS.contains(name)) {
            assertThat(data.keys())
                .containsExactlyInAnyOrderElementsOf(Secrets.KEYS.getOrDefault(name, Set.of()));
          }
        });
    assertThat(made.keySet()).contains("chiasm-store", "chiasm-access", "chiasm-operator");
  }

  @Test
  void theAggregatorKnowsTheTokensByTheirHashes() throws Exception {
    Map<String, Node> made = made();

    String file = of(made, "chiasm-access").key("tokens.yaml").text();
    assertThat(file)
        .contains("role: operator, sha256: " + hash(of(made, "chiasm-operator").text("token")))
        .contains("role: viewer, sha256: " + hash(of(made, "chiasm-scaler").text("token")));
  }

  private static Map<String, Node> made() throws IOException {
    String out;
    try {
      Process process =
          new ProcessBuilder(List.of("./secrets.sh")).directory(Overlay.ROOT.toFile()).start();
      out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      out = "";
    }
    assumeTrue(!out.isEmpty(), "no bash or no openssl here");
    Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(out);
    return StreamSupport.stream(documents.spliterator(), false)
        .map(document -> new Node("", document))
        .collect(
            Collectors.toMap(node -> node.text("metadata.name"), node -> node.at("stringData")));
  }

  private static Node of(Map<String, Node> made, String name) {
    return Objects.requireNonNull(made.get(name), name);
  }

  static String hash(String token) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
