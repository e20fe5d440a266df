package io.chiasm.local.plan;

import io.chiasm.contracts.study.Study;
import io.chiasm.study.estimate.Costs;
import io.chiasm.study.estimate.Prospect;
import io.chiasm.study.estimate.Sizing;
import io.chiasm.study.estimate.StudySize;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import io.chiasm.study.shell.importing.ProspectReading;
import java.util.List;
import java.util.Map;

/**
 * What a study will take: an estimate, of a store in which nothing of it is yet.
 *
 * @param study its name
 * @param counts tasks and what they are about
 * @param bytes to be stored, by kind of object
 * @param memory of workers
 * @param workers extractors and encoders each
 * @param seconds by stage
 * @param basis of the seconds, in words
 * @param unknown layers whose size only running them tells; they count nothing
 * @param leftOut networks that the study goes on without and why, a sentence each
 */
public record StudyPlan(
    String study,
    Map<String, Long> counts,
    Map<String, Long> bytes,
    MemoryNeeds memory,
    int workers,
    Map<String, Double> seconds,
    String basis,
    List<String> unknown,
    List<String> leftOut) {

  /**
   * Looks at a study's files and counts.
   *
   * @throws io.chiasm.contracts.failure.InputException if the study or its files are wrong
   */
  public static StudyPlan of(Study study, int workers, Costs costs) {
    Prospect prospect = ProspectReading.of(study);
    Plan plan = Planner.plan(study.name(), study, prospect.material());
    StudySize size = Sizing.of(study, plan, prospect);
    return new StudyPlan(
        study.name(),
        size.counts(),
        size.bytes(),
        MemoryNeeds.of(plan, prospect),
        workers,
        costs.seconds(size.work(), workers),
        costs.basis(),
        size.unknown(),
        prospect.leftOut());
  }

  /** All stages together, one after another. */
  public double allSeconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
