package io.chiasm.aggregator.shell.health;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.study.progress.StudyStatus;
import java.util.List;
import java.util.function.UnaryOperator;

/** What there is to know of studies from outside, with what they wait for. */
public final class Statuses {
  private final Studies studies;
  private final UnaryOperator<StudyStatus> told;

  /**
   * @param told adds what a study waits for
   */
  public Statuses(Studies studies, UnaryOperator<StudyStatus> told) {
    this.studies = studies;
    this.told = told;
  }

  /** Every study known, by id. */
  public List<StudyStatus> list() {
    return studies.list().stream().map(told).toList();
  }

  /**
   * One study.
   *
   * @throws io.chiasm.aggregator.shell.study.UnknownException if there is no such study
   */
  public StudyStatus status(String id) {
    return told.apply(studies.status(id));
  }
}
