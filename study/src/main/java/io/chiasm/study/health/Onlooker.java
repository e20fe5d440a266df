package io.chiasm.study.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Is told what was seen at each look; each method by a thread of its own. */
public interface Onlooker {
  /** Topics and workers; empty while they cannot be seen. */
  void pipeline(Optional<Pipeline> seen);

  /**
   * Every study; empty while they cannot be seen.
   *
   * @param stillMillis since the stillest study under way moved; empty if there is none
   */
  void studies(Optional<List<StudyProgress>> seen, OptionalLong stillMillis);

  /** Dead letters that nobody has looked after; empty while they cannot be seen. */
  void openLetters(OptionalInt seen);
}
