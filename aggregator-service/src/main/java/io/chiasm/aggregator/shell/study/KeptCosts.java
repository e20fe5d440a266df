package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.study.estimate.Costs;
import io.chiasm.study.estimate.MachineCosts;
import io.chiasm.study.estimate.MachineCosts.Lesson;
import io.chiasm.study.estimate.Prospect;
import io.chiasm.study.estimate.Sizing;
import io.chiasm.study.estimate.Stopwatch;
import io.chiasm.study.estimate.StudySize.Work;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.estimate.StudyTimes.MachineTime;
import io.chiasm.study.estimate.StudyTimes.StageTime;
import io.chiasm.study.plan.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What studies took, kept in the store: of each study, and by kind of machine. */
public final class KeptCosts {
  private static final Logger LOG = LoggerFactory.getLogger(KeptCosts.class);

  private final StudyObjects objects;

  public KeptCosts(TensorStore store) {
    this.objects = new StudyObjects(store);
  }

  /** Every kind of machine that something is known of. */
  public List<MachineCosts> machines() {
    List<MachineCosts> machines = new ArrayList<>();
    for (ObjectKey key : objects.store().list(ObjectLayout.costs())) {
      try {
        machines.add(objects.get(key, MachineCosts.class));
      } catch (InputException e) {
        LOG.warn("costs that are none: {}", e.getMessage());
      }
    }
    return machines;
  }

  /** What a study took; no stages if that is not known. */
  public StudyTimes times(String study) {
    return ObjectKey.parse(study)
        .map(known -> timesKey(known.value()))
        .filter(objects.store()::exists)
        .map(key -> objects.get(key, StudyTimes.class))
        .orElseGet(() -> new StudyTimes(study, List.of()));
  }

  /** Keeps what a study took. That it cannot be kept is no reason to fail a study. */
  void learn(String study, Unfinished ran, Stopwatch stopwatch) {
    try {
      Prospect prospect = Prospect.of(ran.imported().material(), ran.imported().extents());
      Work work = Sizing.of(ran.study(), ran.plan(), prospect).work();
      Costs known = Costs.learnedFrom(machines());
      Map<Stage, Integer> tasks = tasks(ran.plan());
      objects.put(timesKey(study), stopwatch.times(study, tasks, known.seconds(work, 1)));
      learn(stopwatch.times(study, tasks, Costs.BUILT_IN.seconds(work, 1)));
    } catch (TransientException e) {
      LOG.warn("what study={} took is not kept: {}", study, e.getMessage());
    }
  }

  /** A stage of which something was there already teaches nothing: which tasks, nobody knows. */
  private void learn(StudyTimes builtIn) {
    for (StageTime stage : builtIn.stages()) {
      if (stage.whole()) {
        for (MachineTime machine : stage.machines()) {
          double share = stage.estimated() * machine.tasks() / stage.tasks();
          learn(machine, stage.stage(), new Lesson(builtIn.study(), share, machine.seconds()));
        }
      }
    }
  }

  private void learn(MachineTime machine, String stage, Lesson lesson) {
    ObjectKey key = ObjectLayout.costs(machine(machine.machine()));
    MachineCosts known =
        objects.store().exists(key)
            ? objects.get(key, MachineCosts.class)
            : MachineCosts.unknown(machine.machine());
    objects.put(key, known.with(stage, lesson));
  }

  private static Map<Stage, Integer> tasks(Plan plan) {
    Map<Stage, Integer> tasks = new EnumMap<>(Stage.class);
    tasks.put(Stage.IMPORT, 1);
    tasks.put(Stage.EXTRACTION, plan.extraction().size());
    tasks.put(Stage.ENCODING, (int) plan.encoding().count());
    tasks.put(Stage.REPORT, 1);
    return tasks;
  }

  private static String machine(String kind) {
    return ContentHash.of("machine", 1).field("kind", kind).hex();
  }

  private static ObjectKey timesKey(String study) {
    return ObjectLayout.study(study).child("times.json");
  }
}
