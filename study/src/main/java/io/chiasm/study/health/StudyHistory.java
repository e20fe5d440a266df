package io.chiasm.study.health;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statuses of all studies over time. Not for several threads. */
public final class StudyHistory {
  private final Map<String, Pace> paces = new HashMap<>();

  /** Adds what was known at one moment and says how far each study is. */
  public List<StudyProgress> add(long nowMillis, List<StudyStatus> statuses) {
    Set<String> live = new HashSet<>();
    List<StudyProgress> progress =
        statuses.stream().map(status -> add(nowMillis, status, live)).toList();
    paces.keySet().retainAll(live);
    return progress;
  }

  private StudyProgress add(long nowMillis, StudyStatus status, Set<String> live) {
    List<StageProgress> stages =
        status.stages().stream()
            .map(s -> new StageProgress(s, remaining(nowMillis, status, s, live)))
            .toList();
    return new StudyProgress(
        status.study(),
        status.name(),
        status.state(),
        stages,
        status.reasons().size(),
        status.warnings().size(),
        status.waiting());
  }

  private @Nullable Long remaining(
      long nowMillis, StudyStatus status, Stage stage, Set<String> live) {
    if (status.state().ended() || stage.ended()) {
      return null;
    }
    String key = status.study() + "/" + stage.name();
    live.add(key);
    Pace pace = paces.computeIfAbsent(key, k -> new Pace());
    int settled = stage.done() + stage.failed();
    pace.add(nowMillis, settled);
    OptionalDouble perSecond = pace.perSecond();
    return perSecond.orElse(0) > 0
        ? (Long) rounded((long) Math.ceil((stage.total() - settled) / perSecond.getAsDouble()))
        : null;
  }

  /** No more exact than it is: what jumps about by seconds would be sent and drawn for nothing. */
  private static long rounded(long seconds) {
    long step = seconds < 120 ? 1 : seconds < 3600 ? 10 : 300;
    return (seconds + step - 1) / step * step;
  }
}
