package io.chiasm.study.estimate;

import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.study.estimate.StudyTimes.MachineTime;
import io.chiasm.study.estimate.StudyTimes.StageTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the tasks of one study take, while it runs. */
public final class Stopwatch {
  private final Map<Stage, Map<String, MachineTime>> stages = new EnumMap<>(Stage.class);

  /** One more task was worked on. */
  public synchronized void add(Stage stage, Effort effort) {
    stages
        .computeIfAbsent(stage, s -> new TreeMap<>())
        .merge(
            effort.machine(),
            new MachineTime(effort.machine(), 1, effort.seconds()),
            (a, b) ->
                new MachineTime(a.machine(), a.tasks() + b.tasks(), a.seconds() + b.seconds()));
  }

  /** What was added of this stage says nothing. */
  public synchronized void forget(Stage stage) {
    stages.remove(stage);
  }

  /**
   * What it has come to.
   *
   * @param tasks by stage
   * @param estimated seconds of one worker for all of them, by the stage's label
   */
  public synchronized StudyTimes times(
      String study, Map<Stage, Integer> tasks, Map<String, Double> estimated) {
    List<StageTime> times = new ArrayList<>();
    tasks.forEach(
        (stage, all) -> {
          List<MachineTime> machines = List.copyOf(stages.getOrDefault(stage, Map.of()).values());
          int told = machines.stream().mapToInt(MachineTime::tasks).sum();
          double whole = estimated.getOrDefault(stage.label(), 0.0);
          times.add(new StageTime(stage.label(), all, whole * told / Math.max(1, all), machines));
        });
    return new StudyTimes(study, times);
  }
}
