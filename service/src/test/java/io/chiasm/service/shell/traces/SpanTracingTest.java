package io.chiasm.service.shell.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.contracts.telemetry.WorkContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTracingTest {
  private static final TraceParent SENDER =
      TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "vendor=1")
          .orElseThrow();

  private static final WorkContext ABOUT = new WorkContext("study-1", "task-1", "subj01", "late");

  private final List<SpanData> ended = new ArrayList<>();
  private final Tracing tracing =
      new SpanTracing(
          SdkTracerProvider.builder().addSpanProcessor(new Noted(ended)).build().get("test"));

  private final Tracing off = new SpanTracing(OpenTelemetry.noop().getTracer("test"));

  private record Noted(List<SpanData> ended) implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  private static Work taken(Optional<TraceParent> cause) {
    return Work.taken(Topic.ENCODING_TASKS, "encoding", ABOUT, cause);
  }

  @Test
  void aTaskIsTheChildOfWhatSentIt() {
    // When
    TraceParent within;
    try (Tracing.Span span = tracing.start(taken(Optional.of(SENDER)))) {
      within = tracing.current().orElseThrow();
      span.failed("no such layer");
    }
    // Then
    SpanData seen = ended.get(0);
    assertThat(seen.getTraceId()).isEqualTo(SENDER.traceId());
    assertThat(seen.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(within.traceparent()).contains(SENDER.traceId(), seen.getSpanId());
    assertThat(within.tracestate()).isEqualTo("vendor=1");
    assertThat(seen.getAttributes().get(AttributeKey.stringKey("chiasm.participant")))
        .isEqualTo("subj01");
    assertThat(seen.getAttributes().get(AttributeKey.stringKey("messaging.destination.name")))
        .isEqualTo("encoding-tasks");
    assertThat(seen.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(tracing.current()).isEmpty();
  }

  @Test
  void partsOfWorkAreItsChildrenAndWorkOfNobodyIsATraceOfItsOwn() {
    try (Tracing.Span outer = tracing.start(Work.ofStudy("s", "prepare", Optional.empty()));
        Tracing.Span inner = tracing.start(Work.ofStudy("s", "plan", Optional.empty()))) {
      outer.about(ABOUT);
      inner.about(ABOUT);
    }
    assertThat(ended).extracting(SpanData::getName).containsExactly("plan", "prepare");
    assertThat(ended.get(0).getParentSpanId()).isEqualTo(ended.get(1).getSpanId());
    assertThat(ended.get(1).getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void switchedOffItHandsOnWhatCameAndSaysNothingOfItsOwn() {
    try (Tracing.Span span = off.start(taken(Optional.of(SENDER)))) {
      span.about(ABOUT);
      assertThat(off.current()).hasValue(SENDER);
    }
    try (Tracing.Span span = off.start(taken(Optional.empty()))) {
      span.about(ABOUT);
      assertThat(off.current()).isEmpty();
    }
  }
}
