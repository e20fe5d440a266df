package io.chiasm.service.shell.traces;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * OpenTelemetry's own variables, which Quarkus does not read. Naming where spans go is what
 * switches tracing on: without it nothing is recorded and nobody is spoken to.
 */
public final class TraceSettings implements ConfigSourceFactory {
  /** Above what is built in, below what is set for Quarkus itself. */
  private static final int ORDINAL = 275;

  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

  private static final Map<String, String> NAMES =
      Map.of(
          ENDPOINT,
          "quarkus.otel.exporter.otlp.traces.endpoint",
          "otel.exporter.otlp.protocol",
          "quarkus.otel.exporter.otlp.traces.protocol",
          "otel.exporter.otlp.headers",
          "quarkus.otel.exporter.otlp.traces.headers",
          "otel.traces.sampler.arg",
          "quarkus.otel.traces.sampler.arg");

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> settings = new HashMap<>();
    NAMES.forEach(
        (given, ours) -> value(context, given).ifPresent(value -> settings.put(ours, value)));
    boolean on =
        value(context, ENDPOINT).isPresent()
            && !value(context, "otel.sdk.disabled").orElse("false").equalsIgnoreCase("true");
    settings.put("quarkus.otel.sdk.disabled", String.valueOf(!on));
    return List.of(new PropertiesConfigSource(settings, "OpenTelemetry's variables", ORDINAL));
  }

  private static Optional<String> value(ConfigSourceContext context, String name) {
    ConfigValue found = context.getValue(name);
    return found == null
        ? Optional.empty()
        : Optional.ofNullable(found.getValue()).filter(value -> !value.isBlank());
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(ORDINAL);
  }
}
