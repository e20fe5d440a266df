package io.chiasm.contracts.telemetry;

import java.util.Optional;

/** Follows work from process to process. */
public interface Tracing {
  /** Follows nothing. */
  Tracing OFF = new NoTracing();

  /** Begins a span, which is what this thread is at work on until the span is closed. */
  Span start(Work work);

  /** What this thread is at work on. */
  Optional<TraceParent> current();

  /** A piece of work under way. */
  interface Span extends AutoCloseable {
    /** Adds what is known of the work by now. */
    void about(WorkContext context);

    /** The work came to nothing. */
    void failed(String reason);

    @Override
    void close();
  }
}
