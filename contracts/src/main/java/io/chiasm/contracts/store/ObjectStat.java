package io.chiasm.contracts.store;

/**
 * What the store knows of an object without reading it.
 *
 * @param bytes size
 * @param sha256 hex digest given when it was put; empty for an object put by other software
 */
public record ObjectStat(long bytes, String sha256) {}
