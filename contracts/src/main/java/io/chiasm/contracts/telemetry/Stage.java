package io.chiasm.contracts.telemetry;

import io.chiasm.contracts.message.Topic;
import java.util.Locale;

/** Where work is done, as metrics name it. */
public enum Stage {
  IMPORT,
  EXTRACTION,
  GRAM,
  ENCODING,
  REPORT;

  /** Lower-case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The stage that works off a queue.
   *
   * @throws IllegalArgumentException if the topic is not a queue
   */
  public static Stage of(Topic queue) {
    return switch (queue) {
      case EXTRACTION_TASKS -> EXTRACTION;
      case ENCODING_TASKS -> ENCODING;
      default -> throw new IllegalArgumentException(queue.label() + " is not a queue");
    };
  }
}
