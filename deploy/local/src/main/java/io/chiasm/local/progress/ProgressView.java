package io.chiasm.local.progress;

import io.chiasm.study.progress.StudyStatus;

/** Shows how far a study is. */
public interface ProgressView extends AutoCloseable {
  /** Something that happens before or after the stages. */
  void say(String line);

  /** The study as it is now. */
  void show(StudyStatus status);

  @Override
  void close();
}
