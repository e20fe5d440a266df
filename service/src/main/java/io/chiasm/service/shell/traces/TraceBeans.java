package io.chiasm.service.shell.traces;

import io.chiasm.contracts.telemetry.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What every service follows. */
@ApplicationScoped
class TraceBeans {
  @Produces
  @Singleton
  Tracing tracing(OpenTelemetry telemetry) {
    return new SpanTracing(telemetry.getTracer("io.chiasm"));
  }
}
