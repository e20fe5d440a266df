package io.chiasm.aggregator.progress;

import java.util.List;

/**
 * What there is to know of a study from outside.
 *
 * @param study its id
 * @param name from the study file
 * @param stages in the order of the work
 * @param reasons why it failed or what is missing
 * @param warnings what a reader of the results should know
 */
public record StudyStatus(
    String study,
    String name,
    StudyState state,
    List<Stage> stages,
    List<String> reasons,
    List<String> warnings) {
  public StudyStatus {
    stages = List.copyOf(stages);
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }
}
