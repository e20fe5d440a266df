package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.TraceParent;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages as CloudEvents 1.0 in structured JSON. */
public final class CloudEvents {
  /** Media type of the whole event. */
  public static final String CONTENT_TYPE = "application/cloudevents+json";

  /** Extension attributes for distributed tracing. */
  static final String TRACE_PARENT = "traceparent";

  static final String TRACE_STATE = "tracestate";

  /** Extension attributes for what the work behind an event took. */
  static final String MACHINE = "machine";

  static final String SECONDS = "seconds";

  /** The data's form, by event type. */
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "io.chiasm.extraction-task.v1", ExtractionTaskV1.class,
          "io.chiasm.extraction-task.v2", ExtractionTask.class,
          "io.chiasm.activations-stored.v1", ActivationsStored.class,
          "io.chiasm.grams-stored.v1", GramsStored.class,
          "io.chiasm.encoding-task.v1", EncodingTask.class,
          "io.chiasm.encoding-stored.v1", EncodingStored.class,
          "io.chiasm.study-changed.v1", StudyChanged.class,
          "io.chiasm.dead-letter.v1", DeadLetter.class);

  private static final JsonFormat FORMAT = new JsonFormat();

  private CloudEvents() {}

  private static String type(Class<?> data) {
    return TYPES.entrySet().stream()
        .filter(e -> e.getValue().equals(data))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(data + " has no event type"));
  }

  /** A message in the oldest form that says all of it. */
  private static Object data(Message message) {
    return message instanceof ExtractionTask task && task.activations() == ActivationType.FLOAT32
        ? ExtractionTaskV1.of(task)
        : message;
  }

  /**
   * The whole event.
   *
   * @param sender service that says it, such as {@code aggregator}
   */
  public static byte[] write(Message message, String sender) {
    return write(message, sender, Optional.empty());
  }

  /**
   * The whole event.
   *
   * @param sender service that says it, such as {@code aggregator}
   * @param trace place in a trace that it is said at; the event says nothing of it if empty
   */
  public static byte[] write(Message message, String sender, Optional<TraceParent> trace) {
    return write(message, sender, trace, Optional.empty());
  }

  /**
   * The whole event.
   *
   * @param sender service that says it, such as {@code aggregator}
   * @param trace place in a trace that it is said at; the event says nothing of it if empty
   * @param effort what the work behind it took; the event says nothing of it if empty
   */
  public static byte[] write(
      Message message, String sender, Optional<TraceParent> trace, Optional<Effort> effort) {
    Object said = data(message);
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(message.id())
            .withSource(URI.create("/chiasm/" + sender))
            .withType(type(said.getClass()))
            .withSubject(message.study())
            .withDataContentType("application/json")
            .withData(Json.write(said));
    trace.ifPresent(place -> add(place, event));
    effort.ifPresent(took -> add(took, event));
    return FORMAT.serialize(event.build());
  }

  private static void add(TraceParent place, CloudEventBuilder event) {
    event.withExtension(TRACE_PARENT, place.traceparent());
    if (!place.tracestate().isEmpty()) {
      event.withExtension(TRACE_STATE, place.tracestate());
    }
  }

  private static void add(Effort effort, CloudEventBuilder event) {
    event.withExtension(MACHINE, effort.machine());
    event.withExtension(SECONDS, effort.secondsText());
  }

  /**
   * The message of an event.
   *
   * @throws InputException if the bytes are not an event of a known type
   */
  public static Message read(byte[] bytes) {
    return open(bytes).message();
  }

  /**
   * An event whose message is not read yet.
   *
   * @throws InputException if the bytes are not an event
   */
  public static Envelope open(byte[] bytes) {
    try {
      @Nullable CloudEvent event = FORMAT.deserialize(bytes);
      if (event == null) {
        throw new InputException("not a CloudEvent in structured JSON: null");
      }
      return new Envelope(event);
    } catch (CloudEventRWException | EventDeserializationException e) {
      throw new InputException("not a CloudEvent in structured JSON: " + e.getMessage(), e);
    }
  }

  static Message message(CloudEvent event) {
    Class<?> type = TYPES.get(event.getType());
    if (type == null) {
      throw new InputException("unknown event type '" + event.getType() + "'");
    }
    CloudEventData data = event.getData();
    if (data == null) {
      throw new InputException("event " + event.getId() + " has no data");
    }
    Object said = Json.read(data.toBytes(), type, "event " + event.getId());
    return said instanceof ExtractionTaskV1 first ? first.task() : (Message) said;
  }
}
