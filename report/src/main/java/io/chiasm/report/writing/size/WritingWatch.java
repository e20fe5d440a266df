package io.chiasm.report.writing.size;

/** Is told how far the writing of results is. */
@FunctionalInterface
public interface WritingWatch {
  /** For whoever does not look. */
  WritingWatch NOBODY = (done, total) -> {};

  /**
   * One more step is done.
   *
   * @param done steps so far
   * @param total all steps; the same every time
   */
  void step(int done, int total);
}
