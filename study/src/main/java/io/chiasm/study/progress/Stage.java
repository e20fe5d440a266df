package io.chiasm.study.progress;

/**
 * How far one stage is.
 *
 * @param name such as {@code extraction}
 * @param unit what is counted, in the plural
 * @param done finished, those found finished included
 * @param reused found finished when the study was submitted
 * @param failed will never finish, those that wait for a failed one included
 * @param total all
 */
public record Stage(String name, String unit, int done, int reused, int failed, int total) {
  /** Whether each has finished or never will. */
  public boolean ended() {
    return done + failed >= total;
  }
}
