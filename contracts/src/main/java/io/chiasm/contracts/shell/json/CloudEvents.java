package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.StudyChanged;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.util.Map;

/** Messages as CloudEvents 1.0 in structured JSON. */
public final class CloudEvents {
  /** Media type of the whole event. */
  public static final String CONTENT_TYPE = "application/cloudevents+json";

  private static final Map<String, Class<? extends Message>> TYPES =
      Map.of(
          "io.chiasm.extraction-task.v1", ExtractionTask.class,
          "io.chiasm.activations-stored.v1", ActivationsStored.class,
          "io.chiasm.encoding-task.v1", EncodingTask.class,
          "io.chiasm.encoding-stored.v1", EncodingStored.class,
          "io.chiasm.study-changed.v1", StudyChanged.class,
          "io.chiasm.dead-letter.v1", DeadLetter.class);

  private static final JsonFormat FORMAT = new JsonFormat();

  private CloudEvents() {}

  /** The event type of a message. */
  public static String type(Class<? extends Message> message) {
    return TYPES.entrySet().stream()
        .filter(e -> e.getValue().equals(message))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(message + " has no event type"));
  }

  /**
   * The whole event.
   *
   * @param sender service that says it, such as {@code aggregator}
   */
  public static byte[] write(Message message, String sender) {
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId(message.id())
            .withSource(URI.create("/chiasm/" + sender))
            .withType(type(message.getClass()))
            .withSubject(message.study())
            .withDataContentType("application/json")
            .withData(Json.write(message))
            .build();
    return FORMAT.serialize(event);
  }

  /**
   * The message of an event.
   *
   * @throws InputException if the bytes are not an event of a known type
   */
  public static Message read(byte[] bytes) {
    CloudEvent event;
    try {
      event = FORMAT.deserialize(bytes);
    } catch (CloudEventRWException | EventDeserializationException e) {
      throw new InputException("not a CloudEvent in structured JSON: " + e.getMessage(), e);
    }
    Class<? extends Message> type = TYPES.get(event.getType());
    if (type == null) {
      throw new InputException("unknown event type '" + event.getType() + "'");
    }
    CloudEventData data = event.getData();
    if (data == null) {
      throw new InputException("event " + event.getId() + " has no data");
    }
    return Json.read(data.toBytes(), type, "event " + event.getId());
  }
}
