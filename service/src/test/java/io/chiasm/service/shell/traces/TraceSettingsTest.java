package io.chiasm.service.shell.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceSettingsTest {
  private static final String DISABLED = "quarkus.otel.sdk.disabled";

  private static SmallRyeConfig with(Map<String, String> set) {
    return new SmallRyeConfigBuilder()
        .withSources(new TraceSettings())
        .withSources(new PropertiesConfigSource(Map.of(DISABLED, "true"), "built in", 100))
        .withSources(new PropertiesConfigSource(set, "environment", 300))
        .build();
  }

  @Test
  void nothingIsFollowedUnlessSomebodyListens() {
    assertThat(with(Map.of()).getRawValue(DISABLED)).isEqualTo("true");
    assertThat(with(Map.of("otel.exporter.otlp.endpoint", " ")).getRawValue(DISABLED))
        .isEqualTo("true");
  }

  @Test
  void theListenersAddressSwitchesItOn() {
    SmallRyeConfig config =
        with(
            Map.of(
                "otel.exporter.otlp.endpoint", "http://collector:4318",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.traces.sampler.arg", "0.1"));
    assertThat(config.getRawValue(DISABLED)).isEqualTo("false");
    assertThat(config.getRawValue("quarkus.otel.exporter.otlp.traces.endpoint"))
        .isEqualTo("http://collector:4318");
    assertThat(config.getRawValue("quarkus.otel.exporter.otlp.traces.protocol"))
        .isEqualTo("http/protobuf");
    assertThat(config.getRawValue("quarkus.otel.traces.sampler.arg")).isEqualTo("0.1");
  }

  @Test
  void itCanBeSwitchedOffAsOpenTelemetrySaysAndAsQuarkusSays() {
    String listener = "http://collector:4317";
    assertThat(
            with(Map.of("otel.exporter.otlp.endpoint", listener, "otel.sdk.disabled", "true"))
                .getRawValue(DISABLED))
        .isEqualTo("true");
    assertThat(
            with(Map.of("otel.exporter.otlp.endpoint", listener, DISABLED, "true"))
                .getRawValue(DISABLED))
        .isEqualTo("true");
  }
}
