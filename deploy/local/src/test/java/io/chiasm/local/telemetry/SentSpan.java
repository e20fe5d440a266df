package io.chiasm.local.telemetry;

/** A span as it was sent; ids in hexadecimal digits, {@code parent} empty for a root. */
public record SentSpan(String trace, String id, String parent, String name) {}
