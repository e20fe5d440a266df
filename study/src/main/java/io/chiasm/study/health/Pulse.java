package io.chiasm.study.health;

import java.util.List;

/**
 * Everything that is shown live, in one message.
 *
 * @param atMillis when it was put together, since 1970
 * @param openLetters dead letters that nobody has looked after
 * @param letters changes with every change to the dead letters
 * @param troubles what cannot be read at the moment, and why; the figures are then older
 */
public record Pulse(
    long atMillis,
    List<StudyProgress> studies,
    Pipeline pipeline,
    int openLetters,
    long letters,
    List<String> troubles) {
  public Pulse {
    studies = List.copyOf(studies);
    troubles = List.copyOf(troubles);
  }

  /** The same with these studies only. */
  Pulse with(List<StudyProgress> some) {
    return new Pulse(atMillis, some, pipeline, openLetters, letters, troubles);
  }
}
