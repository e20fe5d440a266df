package io.chiasm.study.health;

import io.chiasm.study.progress.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** How long studies under way have not moved. Not for several threads. */
public final class Stillness {
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(Object progress, long sinceMillis) {}

  /**
   * Adds what was known at one moment.
   *
   * @return milliseconds since the stillest of the studies under way moved, as far as was looked
   *     on; empty if none is under way
   */
  public OptionalLong add(long nowMillis, List<StudyProgress> studies) {
    Set<String> live = new HashSet<>();
    for (StudyProgress study : studies) {
      if (!study.state().ended()) {
        live.add(study.study());
        Object progress =
            List.of(study.state(), study.stages().stream().map(Stillness::settled).toList());
        Seen known = seen.get(study.study());
        if (known == null || !known.progress.equals(progress)) {
          seen.put(study.study(), new Seen(progress, nowMillis));
        }
      }
    }
    seen.keySet().retainAll(live);
    return seen.values().stream().mapToLong(s -> nowMillis - s.sinceMillis).max();
  }

  private static int settled(StageProgress progress) {
    Stage stage = progress.stage();
    return stage.done() + stage.failed();
  }
}
