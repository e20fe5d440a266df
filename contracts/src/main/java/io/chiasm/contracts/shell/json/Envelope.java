package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.WorkContext;
import io.cloudevents.CloudEvent;
import java.util.Objects;
import java.util.Optional;

/** An event as it came, whatever it is about. */
public final class Envelope {
  private final CloudEvent event;

  Envelope(CloudEvent event) {
    this.event = event;
  }

  /**
   * What it says.
   *
   * @throws io.chiasm.contracts.failure.InputException if it is of no known type or has no data
   */
  public Message message() {
    return CloudEvents.message(event);
  }

  /** What it says that it is about. */
  public WorkContext about() {
    String study = Objects.requireNonNullElse(event.getSubject(), "");
    return new WorkContext(study, Objects.requireNonNullElse(event.getId(), ""), "", "");
  }

  /** What sent it; empty if it does not say so, or not in a form that can be followed. */
  public Optional<TraceParent> trace() {
    return TraceParent.parse(
        event.getExtension(CloudEvents.TRACE_PARENT), event.getExtension(CloudEvents.TRACE_STATE));
  }

  /** What the work behind it took; empty if it does not say so. */
  public Optional<Effort> effort() {
    return Effort.parse(
        event.getExtension(CloudEvents.MACHINE), event.getExtension(CloudEvents.SECONDS));
  }
}
