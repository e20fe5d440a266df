package io.chiasm.report.writing;

import io.chiasm.report.writing.outcome.StudyResults;

/**
 * Steps of writing a study's results, of about the same size: one for the arrays and means of each
 * model, one for each map of the cortex, and a last one for the tables, figures and the page.
 */
final class WritingSteps {
  private final WritingWatch watch;
  private final int total;
  private int done;

  WritingSteps(StudyResults results, WritingWatch watch) {
    this.watch = watch;
    this.total = results.cells().size() + CorticalMaps.count(results) + 1;
  }

  void next() {
    watch.step(++done, total);
  }
}
