package io.chiasm.study.estimate;

import java.util.List;

/**
 * What a study took beside what was estimated of it.
 *
 * @param stages in the order of the work
 */
public record StudyTimes(String study, List<StageTime> stages) {
  public StudyTimes {
    stages = List.copyOf(stages);
  }

  /**
   * One stage, in seconds of one worker: the tasks of all workers one after another.
   *
   * @param tasks of the stage, those that were found done included
   * @param estimated seconds for as many of its tasks as {@code machines} did
   * @param machines what each kind of machine did of it
   */
  public record StageTime(String stage, int tasks, double estimated, List<MachineTime> machines) {
    public StageTime {
      machines = List.copyOf(machines);
    }

    /** Tasks that were worked on and whose time is known. */
    public int told() {
      return machines.stream().mapToInt(MachineTime::tasks).sum();
    }

    /** Seconds of those. */
    public double took() {
      return machines.stream().mapToDouble(MachineTime::seconds).sum();
    }

    /** Whether every task of the stage was worked on and its time is known. */
    public boolean whole() {
      return told() == tasks;
    }
  }

  /**
   * What one kind of machine did.
   *
   * @param machine its kind, in words
   */
  public record MachineTime(String machine, int tasks, double seconds) {}
}
