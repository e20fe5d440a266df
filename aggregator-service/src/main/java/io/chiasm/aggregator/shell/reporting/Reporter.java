package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.size.WritingWatch;
import java.util.List;

/** Writes a study's results into the store. */
public interface Reporter {
  /**
   * Writes tables, figures and the report from what has been encoded.
   *
   * @param study with all that was fitted
   * @param failed parts of the study that failed, and why
   * @param watch is told how far it is
   * @return what a reader of the results should know, one sentence for each kind
   * @throws MissingObjectException if something of it is not in the store any more
   */
  List<String> report(Unfinished study, List<FailedTask> failed, WritingWatch watch);
}
