package io.chiasm.report.writing.size;

/**
 * Steps of writing a study's results, of about the same size: one for the arrays and means of each
 * model, one for each map of the cortex, and a last one for the tables, figures and the page.
 */
public final class WritingSteps {
  private final WritingWatch watch;
  private final int total;
  private int done;

  /**
   * @param maps that there will be
   */
  public WritingSteps(int models, int maps, WritingWatch watch) {
    this.watch = watch;
    this.total = models + maps + 1;
  }

  public void next() {
    watch.step(++done, total);
  }
}
