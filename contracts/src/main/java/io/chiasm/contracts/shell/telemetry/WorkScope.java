package io.chiasm.contracts.shell.telemetry;

import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.contracts.telemetry.WorkContext;
import java.util.Map;

/** A piece of work under way on this thread: its span, and what log lines say of it. */
public final class WorkScope implements AutoCloseable {
  private final LogContext log = new LogContext();
  private final Tracing.Span span;

  private WorkScope(Tracing.Span span) {
    this.span = span;
  }

  /** Begins it; to be closed by the same thread. */
  public static WorkScope open(Tracing tracing, Work work) {
    WorkScope scope = new WorkScope(tracing.start(work));
    scope.log.add(work.about().fields());
    tracing.current().ifPresent(place -> scope.log.add(Map.of("trace", place.traceId())));
    return scope;
  }

  /** Adds what is known of the work by now. */
  public void about(WorkContext context) {
    log.add(context.fields());
    span.about(context);
  }

  /** The work came to nothing. */
  public void failed(String reason) {
    span.failed(reason);
  }

  @Override
  public void close() {
    log.close();
    span.close();
  }
}
