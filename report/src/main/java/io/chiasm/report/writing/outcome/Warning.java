package io.chiasm.report.writing.outcome;

/**
 * One thing that a reader should know before trusting the numbers.
 *
 * @param count how many vertices, fits, components, hemispheres … it is about
 * @param of how many of these there are; 0 where nothing is counted
 * @param sentence the whole of it, but for its place
 */
public record Warning(WarningKind kind, WarningPlace place, int count, int of, String sentence) {
  /** One about the whole study. */
  public static Warning of(WarningKind kind, String sentence) {
    return new Warning(kind, WarningPlace.STUDY, 0, 0, sentence);
  }

  public double share() {
    return of == 0 ? 0 : (double) count / of;
  }
}
