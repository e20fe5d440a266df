package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.plan.Plan;
import io.chiasm.aggregator.report.FailedTask;
import io.chiasm.contracts.study.Study;
import java.util.List;

/** Writes a study's results into the store. */
public interface Reporter {
  /**
   * Writes tables, figures and the report from what has been encoded.
   *
   * @param missing parts of the study that failed, and why
   * @return what a reader of the results should know, one sentence for each kind
   */
  List<String> report(Study study, Plan plan, Imported imported, List<FailedTask> missing);
}
