package io.chiasm.study.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What studies took on one kind of machine.
 *
 * @param machine its kind, in words
 * @param stages the last studies, the newest last, by stage
 */
public record MachineCosts(String machine, Map<String, List<Lesson>> stages) {
  /** Enough to even out; what was true a year ago is forgotten. */
  private static final int KEPT = 20;

  /**
   * One study's stage.
   *
   * @param estimated seconds by the built-in costs
   * @param took seconds of one worker of this kind
   */
  public record Lesson(String study, double estimated, double took) {}

  public MachineCosts {
    Map<String, List<Lesson>> copy = new TreeMap<>();
    stages.forEach((stage, lessons) -> copy.put(stage, List.copyOf(lessons)));
    stages = Collections.unmodifiableMap(copy);
  }

  /** A kind of machine of which nothing is known. */
  public static MachineCosts unknown(String machine) {
    return new MachineCosts(machine, Map.of());
  }

  /** One lesson more; a study's former one, and the oldest of too many, are forgotten. */
  public MachineCosts with(String stage, Lesson lesson) {
    List<Lesson> lessons = new ArrayList<>(stages.getOrDefault(stage, List.of()));
    lessons.removeIf(former -> former.study().equals(lesson.study()));
    lessons.add(lesson);
    Map<String, List<Lesson>> more = new TreeMap<>(stages);
    more.put(stage, lessons.subList(Math.max(0, lessons.size() - KEPT), lessons.size()));
    return new MachineCosts(machine, more);
  }
}
