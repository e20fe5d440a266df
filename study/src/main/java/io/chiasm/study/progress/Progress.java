package io.chiasm.study.progress;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far a plan is: tasks done, and tasks that never will be because they or something that they
 * need failed.
 *
 * @param extracted forward passes that need not be run, or not again
 * @param lostExtractions forward passes that failed
 * @param encoded encoding tasks whose results exist
 * @param lostEncodings encoding tasks that failed or wait for something that failed
 */
public record Progress(int extracted, int lostExtractions, int encoded, int lostEncodings) {

  /**
   * Compares a plan with the store.
   *
   * @param exists whether an object is there
   * @param failed ids of the tasks that failed for good
   */
  public static Progress of(Plan plan, Predicate<ObjectKey> exists, Set<String> failed) {
    Set<ObjectKey> lostBlocks = lostBlocks(plan, exists, failed);
    int encoded = 0;
    int lostEncodings = 0;
    Set<ObjectKey> unneeded = new HashSet<>();
    for (var entry : plan.fanIns().entrySet()) {
      FanIn fanIn = entry.getValue();
      boolean lost = lost(fanIn, lostBlocks, failed);
      boolean waiting = false;
      for (EncodingTask task : fanIn.tasks()) {
        if (exists.test(task.result())) {
          encoded++;
          continue;
        }
        boolean formed = exists.test(task.gram());
        waiting |= !formed && (lost || !failed.contains(task.id()));
        if ((lost && !formed) || failed.contains(task.id())) {
          lostEncodings++;
        }
      }
      if (!waiting) {
        unneeded.add(entry.getKey());
      }
    }
    return extraction(plan, exists, failed, unneeded, encoded, lostEncodings);
  }

  private static Progress extraction(
      Plan plan,
      Predicate<ObjectKey> exists,
      Set<String> failed,
      Set<ObjectKey> unneeded,
      int encoded,
      int lostEncodings) {
    int extracted = 0;
    int lost = 0;
    for (ExtractionTask task : plan.extraction()) {
      if (task.layers().stream()
          .allMatch(t -> exists.test(t.block(task.block())) || unneeded.containsAll(t.fanIns()))) {
        extracted++;
      } else if (failed.contains(task.id())) {
        lost++;
      }
    }
    return new Progress(extracted, lost, encoded, lostEncodings);
  }

  private static Set<ObjectKey> lostBlocks(
      Plan plan, Predicate<ObjectKey> exists, Set<String> failed) {
    Set<ObjectKey> lost = new HashSet<>();
    for (ExtractionTask task : plan.extraction()) {
      if (failed.contains(task.id())) {
        for (LayerTarget target : task.layers()) {
          ObjectKey block = target.block(task.block());
          if (!exists.test(block)) {
            lost.add(block);
          }
        }
      }
    }
    return lost;
  }

  private static boolean lost(FanIn fanIn, Set<ObjectKey> lostBlocks, Set<String> failed) {
    if (failed.isEmpty()) {
      return false;
    }
    return failed.contains(ObjectLayout.stem(fanIn.gram().result()))
        || fanIn.blocks().stream().map(BlockRows::block).anyMatch(lostBlocks::contains);
  }

  /** Whether nothing of the plan is left to wait for. */
  public boolean ended(Plan plan) {
    return encoded + lostEncodings >= plan.encoding().count();
  }

  /**
   * The stages after the import.
   *
   * @param begun how far the plan was when this run of it began
   * @param report how far the report is
   */
  public List<Stage> stages(Plan plan, Progress begun, Stage report) {
    int passes = plan.extraction().size();
    int models = (int) plan.encoding().count();
    return List.of(
        new Stage("extraction", "passes", extracted, begun.extracted, lostExtractions, passes),
        new Stage("encoding", "models", encoded, begun.encoded, lostEncodings, models),
        report);
  }
}
