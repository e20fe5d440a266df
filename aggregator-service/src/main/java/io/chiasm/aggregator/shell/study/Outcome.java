package io.chiasm.aggregator.shell.study;

import io.chiasm.study.progress.StudyState;
import java.util.List;

/**
 * How a study ended; removed when it is resumed.
 *
 * @param reasons why it failed, or what is missing
 * @param warnings what a reader of the results should know
 */
record Outcome(StudyState state, List<String> reasons, List<String> warnings) {
  Outcome {
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }
}
