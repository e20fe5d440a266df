package io.chiasm.study.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pulse as one reader gets it: all studies first, then those that changed since what this
 * reader was sent last, so that one who missed some misses nothing. Not for several threads.
 */
public final class PulseChanges {
  private Map<String, StudyProgress> sent = Map.of();
  private boolean begun;

  /** What to send now. */
  public PulseChange next(Pulse pulse) {
    Map<String, StudyProgress> now = new LinkedHashMap<>();
    pulse.studies().forEach(study -> now.put(study.study(), study));
    boolean whole = !begun || !now.keySet().containsAll(sent.keySet());
    List<StudyProgress> changed =
        whole
            ? pulse.studies()
            : pulse.studies().stream().filter(s -> !s.equals(sent.get(s.study()))).toList();
    begun = true;
    sent = now;
    return new PulseChange(whole, pulse.with(changed));
  }
}
