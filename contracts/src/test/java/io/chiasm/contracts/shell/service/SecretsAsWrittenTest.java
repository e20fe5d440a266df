package io.chiasm.contracts.shell.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsAsWrittenTest {
  private static final String ODD = "a${b}c$$d\\e";

  private static SmallRyeConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredInterceptors()
        .withSources(new EnvConfigSource(environment, 300))
        .build();
  }

  @Test
  void aDollarSignInAPasswordIsOne() {
    SmallRyeConfig config =
        config(
            Map.of(
                "CHIASM_KAFKA_PASSWORD", ODD,
                "CHIASM_STORE_SECRET_KEY", ODD,
                "KAFKA_SASL_JAAS_CONFIG", ODD));
    assertThat(config.getValue("chiasm.kafka.password", String.class)).isEqualTo(ODD);
    assertThat(config.getValue("chiasm.store.secret-key", String.class)).isEqualTo(ODD);
    assertThat(KafkaVariables.of(config)).containsEntry("sasl.jaas.config", ODD);
  }

  @Test
  void elsewhereItNamesAnotherSetting() {
    SmallRyeConfig config = config(Map.of("CHIASM_STORE_BUCKET", "x-${HERE}", "HERE", "there"));
    assertThat(config.getValue("chiasm.store.bucket", String.class)).isEqualTo("x-there");
  }

  @Test
  void kafkasVariablesHaveItsNames() {
    assertThat(
            KafkaVariables.of(
                config(
                    Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SSL",
                        "KAFKA_SSL_KEY_PASSWORD_FILE", "/run/key",
                        "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM", ""))))
        .containsEntry("security.protocol", "SSL")
        .containsEntry("ssl.key.password.file", "/run/key")
        .containsEntry("ssl.endpoint.identification.algorithm", "");
  }
}
