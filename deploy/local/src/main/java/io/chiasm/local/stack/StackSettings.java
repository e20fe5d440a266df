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
 * @param brief whether all it is started for is done within minutes
 */
public record StackSettings(
    Path home, Path work, int port, int extractors, int encoders, boolean brief) {
  /** Seconds of work below which code is not compiled a second time, with all optimisations. */
  private static final double BRIEF = 180;

  /** The same for work that takes this long. */
  public StackSettings forWorkOf(double seconds) {
    return new StackSettings(home, work, port, extractors, encoders, seconds < BRIEF);
  }
}
