package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.plan.Plan;
import io.chiasm.contracts.study.Study;
import java.util.List;

/** Writes a study's results into the store. */
public interface Reporter {
  /**
   * Writes tables, figures and the report from what has been encoded.
   *
   * @param missing why parts of the study are missing
   * @return warnings that the encodings carry
   */
  List<String> report(Study study, Plan plan, Imported imported, List<String> missing);
}
