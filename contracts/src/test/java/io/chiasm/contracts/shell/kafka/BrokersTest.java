package io.chiasm.contracts.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokersTest {
  private static final String SECRET = "m4rk3d-s3cr3t";

  private static BrokerSettings of(String... namesAndValues) {
    Map<String, String> client = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      client.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return BrokerSettings.of(client).at("broker:9092");
  }

  private static void assertRefused(BrokerSettings settings, String words) {
    assertThatThrownBy(() -> Brokers.of(settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(SECRET)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simple",
        "a b",
        "\"",
        "\\",
        "a\\\"b",
        ";",
        "${x}",
        "ü€𝄞",
        "tab\tline\nend",
        "'#="
      })
  void aPasswordReachesTheLoginAsItIs(String password) {
    // When
    Map<String, Object> made =
        Brokers.of(
                of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "SCRAM-SHA-512")
                    .as("me " + password, password))
            .properties();
    // Then
    Map<String, Object> parsed =
        Map.of("sasl.jaas.config", new Password((String) made.get("sasl.jaas.config")));
    AppConfigurationEntry entry =
        JaasContext.loadClientContext(parsed).configurationEntries().get(0);
    assertThat(entry.getLoginModuleName()).endsWith(".ScramLoginModule");
    assertThat(entry.getOptions().get("password")).isEqualTo(password);
    assertThat(entry.getOptions().get("username")).isEqualTo("me " + password);
  }

  @Test
  void withoutSettingsBrokersAreSpokenToInTheClear() {
    assertThat(Brokers.at("a:1,b:2").properties())
        .containsOnly(
            Map.entry("bootstrap.servers", "a:1,b:2"), Map.entry("security.protocol", "PLAINTEXT"));
  }

  @Test
  void whatNotEveryClientHasIsLeftOut() {
    assertThat(
            Brokers.of(of("group.id", "x", "port", "tcp://10.0.0.1:9092", "client.id", "me"))
                .properties())
        .containsEntry("client.id", "me")
        .doesNotContainKeys("group.id", "port");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "security.protocol | TLS | must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL",
        "request.timeout.ms | soon | request.timeout.ms",
        "ssl.truststore.location | /ca.p12 | set SSL or SASL_SSL",
        "sasl.jaas.config | x | set SASL_SSL",
      })
  void aSettingThatIsWrongIsNamed(String name, String value, String words) {
    assertRefused(of(name, value), words);
  }

  @Test
  void aLoginThatLacksSomethingSaysWhat() {
    BrokerSettings sasl = of("security.protocol", "SASL_SSL");
    assertRefused(sasl, "KAFKA_SASL_MECHANISM is missing");
    assertRefused(
        of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"),
        "set CHIASM_KAFKA_USERNAME and CHIASM_KAFKA_PASSWORD");
    assertRefused(
        of("security.protocol", "SASL_SSL", "sasl.mechanism", "OAUTHBEARER").as("me", SECRET),
        "KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL is missing");
    assertRefused(
        of("security.protocol", "SASL_SSL", "sasl.mechanism", "GSSAPI").as("me", SECRET),
        "KAFKA_SASL_MECHANISM=GSSAPI has no name and password");
    assertRefused(of().as("me", SECRET), "KAFKA_SECURITY_PROTOCOL is PLAINTEXT");
    assertRefused(
        of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", SECRET)
            .as("me", SECRET),
        "both set: set one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void hostNamesAreAlwaysVerified(String algorithm) {
    assertRefused(
        of("security.protocol", "SSL", "ssl.endpoint.identification.algorithm", algorithm),
        "host names are always verified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "broker", "http://broker:9092", "a:1,,b:2", "broker:http"})
  void brokersHaveHostAndPort(String bootstrap) {
    assertRefused(BrokerSettings.plain(bootstrap), "host:port");
  }

  @Test
  void filesOfCertificatesAreLookedAtFirst(@TempDir Path folder) throws Exception {
    BrokerSettings ssl = of("security.protocol", "SSL");
    Path missing = folder.resolve("missing.pem");
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    assertRefused(ssl.trusting(missing), "CHIASM_KAFKA_CA: the file " + missing);
    assertRefused(ssl.trusting(empty), "CHIASM_KAFKA_CA: no certificate in " + empty);
    assertRefused(ssl.showing(missing, empty), "CHIASM_KAFKA_CERTIFICATE: the file " + missing);
    assertRefused(ssl.showing(empty, empty), "cannot be used");
    assertRefused(
        of("security.protocol", "SSL", "ssl.truststore.location", missing.toString()),
        "KAFKA_SSL_TRUSTSTORE_LOCATION: the file " + missing);
    assertRefused(
        of(
            "security.protocol",
            "SSL",
            "ssl.truststore.location",
            empty.toString(),
            "ssl.truststore.password",
            SECRET),
        "check KAFKA_SSL_TRUSTSTORE_*");
  }

  @Test
  void secretsOfKafkasOwnComeFromFilesToo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("jaas");
    Files.writeString(file, "some.Module required;\n");
    Map<String, Object> made =
        Brokers.of(
                of(
                    "security.protocol",
                    "SASL_PLAINTEXT",
                    "sasl.mechanism",
                    "PLAIN",
                    "sasl.jaas.config.file",
                    file.toString()))
            .properties();
    assertThat(made).containsEntry("sasl.jaas.config", "some.Module required;");
  }

  @Test
  void nothingSecretIsShown() {
    BrokerSettings settings =
        of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN").as("me", SECRET);
    assertThat(settings + " " + Brokers.of(settings)).doesNotContain(SECRET);
  }
}
