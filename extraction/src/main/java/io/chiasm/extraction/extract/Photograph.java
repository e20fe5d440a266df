package io.chiasm.extraction.extract;

import java.util.function.Supplier;

/**
 * A stimulus's photograph, read when its turn comes.
 *
 * @param name stimulus or file, for messages
 * @param bytes reads the whole file; called once per extraction, by any thread; what it throws ends
 *     the extraction
 */
public record Photograph(String name, Supplier<byte[]> bytes) {}
