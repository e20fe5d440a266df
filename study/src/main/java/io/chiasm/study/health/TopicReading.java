package io.chiasm.study.health;

import org.jspecify.annotations.Nullable;

/**
 * One topic as the broker described it at one moment.
 *
 * @param topic its name
 * @param queue whether workers take single tasks from it
 * @param messages kept by the broker
 * @param written messages ever written
 * @param lag messages not finished, those under way included; null where nobody keeps count
 * @param held tasks for it that are not written yet
 * @param oldestMillis when the oldest unfinished message was written, since 1970; null if there is
 *     none
 * @param consumers that take messages from it now
 */
public record TopicReading(
    String topic,
    boolean queue,
    long messages,
    long written,
    @Nullable Long lag,
    long held,
    @Nullable Long oldestMillis,
    int consumers) {}
