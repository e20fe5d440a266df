package io.chiasm.contracts.telemetry;

import io.chiasm.contracts.message.Topic;
import java.util.Optional;

/**
 * A piece of work that begins.
 *
 * @param name of its span, one of few
 * @param about what it is for
 * @param cause what it was sent by; empty for what its thread is at work on, if anything
 * @param topic that it was taken from, if it was
 */
public record Work(
    String name, WorkContext about, Optional<TraceParent> cause, Optional<Topic> topic) {
  /** Work that a message asked for. */
  public static Work taken(
      Topic topic, String name, WorkContext about, Optional<TraceParent> cause) {
    return new Work(name, about, cause, Optional.of(topic));
  }

  /** A part of a study's work. */
  public static Work ofStudy(String study, String name, Optional<TraceParent> cause) {
    return new Work(name, WorkContext.ofStudy(study), cause, Optional.empty());
  }
}
