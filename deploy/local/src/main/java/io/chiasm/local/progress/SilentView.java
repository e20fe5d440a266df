package io.chiasm.local.progress;

import io.chiasm.study.progress.StudyStatus;

/** Shows nothing. */
final class SilentView implements ProgressView {
  @Override
  public void say(String line) {}

  @Override
  public void show(StudyStatus status) {}

  @Override
  public void close() {}
}
