package io.chiasm.aggregator.health;

import io.chiasm.aggregator.progress.StudyState;
import java.util.List;

/**
 * One study at a glance; its reasons and warnings are counted only, for they can be many.
 *
 * @param study its id
 * @param name from the study file
 * @param stages in the order of the work
 */
public record StudyProgress(
    String study,
    String name,
    StudyState state,
    List<StageProgress> stages,
    int reasons,
    int warnings) {
  public StudyProgress {
    stages = List.copyOf(stages);
  }
}
