package io.chiasm.study.progress;

import java.util.List;

/**
 * What there is to know of a study from outside.
 *
 * @param study its id
 * @param name from the study file
 * @param stages in the order of the work
 * @param reasons why it failed or what is missing
 * @param warnings what a reader of the results should know
 * @param waiting what keeps it from moving, one sentence each; empty while all moves
 */
public record StudyStatus(
    String study,
    String name,
    StudyState state,
    List<Stage> stages,
    List<String> reasons,
    List<String> warnings,
    List<String> waiting) {
  public StudyStatus {
    stages = List.copyOf(stages);
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
    waiting = List.copyOf(waiting);
  }

  /** Of a study that waits for nothing. */
  public StudyStatus(
      String study,
      String name,
      StudyState state,
      List<Stage> stages,
      List<String> reasons,
      List<String> warnings) {
    this(study, name, state, stages, reasons, warnings, List.of());
  }

  /** The same of a study that waits for this. */
  public StudyStatus with(List<String> waitedFor) {
    return new StudyStatus(study, name, state, stages, reasons, warnings, waitedFor);
  }
}
