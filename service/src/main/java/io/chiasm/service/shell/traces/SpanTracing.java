package io.chiasm.service.shell.traces;

import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.contracts.telemetry.WorkContext;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work as spans of OpenTelemetry. With its SDK switched off nothing is recorded, and what came with
 * a message is handed on as it came.
 */
final class SpanTracing implements Tracing {
  private static final W3CTraceContextPropagator WIRE = W3CTraceContextPropagator.getInstance();
  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";

  private final Tracer tracer;

  SpanTracing(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Span start(Work work) {
    Context parent = work.cause().map(SpanTracing::context).orElseGet(Context::current);
    SpanBuilder builder = tracer.spanBuilder(work.name()).setParent(parent);
    work.topic()
        .ifPresent(
            topic ->
                builder
                    .setSpanKind(SpanKind.CONSUMER)
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.operation.type", "process")
                    .setAttribute("messaging.destination.name", topic.label()));
    io.opentelemetry.api.trace.Span span = builder.startSpan();
    Opened opened = new Opened(span, parent.with(span).makeCurrent());
    opened.about(work.about());
    return opened;
  }

  private static Context context(TraceParent place) {
    Map<String, String> fields = new HashMap<>();
    fields.put(PARENT, place.traceparent());
    if (!place.tracestate().isEmpty()) {
      fields.put(STATE, place.tracestate());
    }
    return WIRE.extract(Context.root(), fields, new Fields());
  }

  @Override
  public Optional<TraceParent> current() {
    Map<String, String> fields = new HashMap<>();
    WIRE.inject(
        Context.current(),
        fields,
        (into, name, value) -> {
          if (into != null) {
            into.put(name, value);
          }
        });
    return TraceParent.parse(fields.get(PARENT), fields.get(STATE));
  }

  private static final class Fields implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> fields) {
      return fields.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> fields, String name) {
      return fields == null ? null : fields.get(name);
    }
  }

  private record Opened(io.opentelemetry.api.trace.Span span, Scope scope) implements Span {
    @Override
    public void about(WorkContext context) {
      context.fields().forEach((name, value) -> span.setAttribute("chiasm." + name, value));
    }

    @Override
    public void failed(String reason) {
      span.setStatus(StatusCode.ERROR, reason);
    }

    @Override
    public void close() {
      scope.close();
      span.end();
    }
  }
}
