package io.chiasm.local.cli;

import io.chiasm.local.client.AggregatorClient;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.estimate.StudyTimes.StageTime;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.util.List;
import java.util.Locale;

/** What a study took, for people. */
final class TimesText {
  private TimesText() {}

  /** Of a study that ended; empty if nothing of it is known. */
  static String of(AggregatorClient client, StudyStatus end) {
    return end.state() == StudyState.COMPLETED ? of(client.times(end.study())) : "";
  }

  /** Empty if nothing of it is known. */
  static String of(StudyTimes times) {
    List<StageTime> known = times.stages().stream().filter(stage -> stage.told() > 0).toList();
    if (known.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-21s %9s %11s%n", "Time of one worker", "took", "estimated"));
    known.forEach(stage -> text.append(row(stage)));
    return text.append(System.lineSeparator()).toString();
  }

  private static String row(StageTime stage) {
    return String.format(
        Locale.ROOT,
        "  %-14s %14s %11s%s%n",
        stage.stage(),
        PlanText.time(stage.took()),
        PlanText.time(stage.estimated()),
        stage.tasks() == 1 ? "" : "  " + stage.told() + " of " + stage.tasks() + " tasks");
  }
}
