package io.chiasm.local.cli;

import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;

/** The last words on a study that was followed to its end. */
final class StudyEnd {
  private StudyEnd() {}

  /**
   * Says why a study is not complete.
   *
   * @return the exit code
   */
  static int tell(StudyStatus end) {
    if (end.state() == StudyState.COMPLETED) {
      return ExitCode.OK;
    }
    System.err.println("chiasm: study " + end.name() + " " + end.state().label() + ":");
    end.reasons().forEach(r -> System.err.println("  " + r));
    return ExitCode.FAILED;
  }
}
