package io.chiasm.study.health;

import org.jspecify.annotations.Nullable;

/**
 * How one topic is doing.
 *
 * @param topic its name
 * @param queue whether workers take single tasks from it
 * @param state what the figures mean
 * @param messages kept by the broker
 * @param writtenPerSecond over the last minute; null before a second reading
 * @param finishedPerSecond over the last minute; null before a second reading, or if nobody counts
 * @param lag messages not finished, those under way and tasks not written yet included; null if
 *     nobody counts
 * @param oldestSeconds age of the oldest unfinished message; null if there is none
 * @param drainSeconds until nothing waits, at the present pace; null if it cannot be said
 * @param consumers that take messages from it now
 */
public record TopicHealth(
    String topic,
    boolean queue,
    TopicState state,
    long messages,
    @Nullable Double writtenPerSecond,
    @Nullable Double finishedPerSecond,
    @Nullable Long lag,
    @Nullable Long oldestSeconds,
    @Nullable Long drainSeconds,
    int consumers) {}
