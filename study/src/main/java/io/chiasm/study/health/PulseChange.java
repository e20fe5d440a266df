package io.chiasm.study.health;

/**
 * What one reader of the pulse has to be told.
 *
 * @param whole whether {@code pulse} holds all studies; else those that changed since the last one
 */
public record PulseChange(boolean whole, Pulse pulse) {}
