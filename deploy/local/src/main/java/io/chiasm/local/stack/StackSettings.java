package io.chiasm.local.stack;

import java.nio.file.Path;

/**
 * An embedded stack.
 *
 * @param home the project's folder, where the services' jars are
 * @param work folder of broker, store and logs
 * @param port of the aggregator's REST interface; 0 for a free one
 * @param extractors processes that extract
 * @param encoders processes that encode
 */
public record StackSettings(Path home, Path work, int port, int extractors, int encoders) {}
