package io.chiasm.contracts.telemetry;

/** Who is told of work. */
public record Telemetry(Tracing tracing, WorkMeters meters) {
  /** Nobody. */
  public static final Telemetry OFF = new Telemetry(Tracing.OFF, WorkMeters.NONE);
}
