package io.chiasm.aggregator.plan;

import static java.util.function.Predicate.not;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.store.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What remains of a plan, given the objects that exist.
 *
 * @param extraction forward passes to run, each with only the layers that are still needed
 * @param ready fan-ins whose blocks are all there but whose Gram matrices are not
 * @param encoding tasks whose Gram matrices are there
 */
public record Missing(
    List<ExtractionTask> extraction, Map<ObjectKey, FanIn> ready, List<EncodingTask> encoding) {

  /**
   * Compares a plan with the store. Activations are needed only for Gram matrices not yet there.
   */
  public static Missing of(Plan plan, Predicate<ObjectKey> exists) {
    Map<ObjectKey, FanIn> ready = new LinkedHashMap<>();
    List<EncodingTask> encoding = new ArrayList<>();
    Set<ObjectKey> blocks = new HashSet<>();
    plan.fanIns()
        .forEach(
            (key, fanIn) -> {
              List<EncodingTask> open =
                  fanIn.tasks().stream().filter(t -> !exists.test(t.result())).toList();
              open.stream().filter(t -> exists.test(t.gram())).forEach(encoding::add);
              if (open.stream().anyMatch(t -> !exists.test(t.gram()))) {
                List<ObjectKey> lacking =
                    fanIn.blocks().stream().map(BlockRows::block).filter(not(exists)).toList();
                blocks.addAll(lacking);
                if (lacking.isEmpty()) {
                  ready.put(key, fanIn);
                }
              }
            });
    return new Missing(extraction(plan, blocks), ready, encoding);
  }

  private static List<ExtractionTask> extraction(Plan plan, Set<ObjectKey> blocks) {
    List<ExtractionTask> extraction = new ArrayList<>();
    for (ExtractionTask task : plan.extraction()) {
      List<LayerTarget> needed =
          task.layers().stream().filter(t -> blocks.contains(t.block(task.block()))).toList();
      if (!needed.isEmpty()) {
        extraction.add(needed.size() == task.layers().size() ? task : with(task, needed));
      }
    }
    return extraction;
  }

  private static ExtractionTask with(ExtractionTask task, List<LayerTarget> layers) {
    return new ExtractionTask(
        task.study(),
        task.id(),
        task.networkName(),
        task.network(),
        task.input(),
        layers,
        task.block(),
        task.stimuli());
  }
}
