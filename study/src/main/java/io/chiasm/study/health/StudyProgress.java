package io.chiasm.study.health;

import io.chiasm.study.progress.StudyState;
import java.util.List;

/**
 * One study at a glance; its reasons and warnings are counted only, for they can be many.
 *
 * @param study its id
 * @param name from the study file
 * @param stages in the order of the work
 * @param waiting what keeps it from moving, one sentence each; empty while all moves
 */
public record StudyProgress(
    String study,
    String name,
    StudyState state,
    List<StageProgress> stages,
    int reasons,
    int warnings,
    List<String> waiting) {
  public StudyProgress {
    stages = List.copyOf(stages);
    waiting = List.copyOf(waiting);
  }
}
