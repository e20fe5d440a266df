package io.chiasm.local.progress;

import io.chiasm.study.progress.StudyStatus;
import java.util.ArrayList;
import java.util.List;

/** What a study waits for, told once each time that it changes. */
final class WaitNews {
  private List<String> told = List.of();

  /** Lines to print now; none if nothing changed. */
  List<String> lines(StudyStatus status) {
    List<String> now = status.waiting();
    List<String> lines = new ArrayList<>();
    now.stream()
        .filter(words -> !told.contains(words))
        .map(w -> "waiting: " + w)
        .forEach(lines::add);
    if (now.isEmpty() && !told.isEmpty() && !status.state().ended()) {
      lines.add("going on");
    }
    told = now;
    return lines;
  }
}
