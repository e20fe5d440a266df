package io.chiasm.aggregator.plan;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.store.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    List<ExtractionTask> extraction = new ArrayList<>();
    for (ExtractionTask task : plan.extraction()) {
      List<LayerTarget> needed =
          task.layers().stream().filter(t -> needed(plan, task, t, exists)).toList();
      if (!needed.isEmpty()) {
        extraction.add(with(task, needed));
      }
    }
    Map<ObjectKey, FanIn> ready = new LinkedHashMap<>();
    List<EncodingTask> encoding = new ArrayList<>();
    plan.fanIns()
        .forEach(
            (key, fanIn) -> {
              List<EncodingTask> open =
                  fanIn.tasks().stream().filter(t -> !exists.test(t.result())).toList();
              open.stream().filter(t -> exists.test(t.gram())).forEach(encoding::add);
              if (unfinished(fanIn, exists)
                  && fanIn.blocks().stream().map(BlockRows::block).allMatch(exists)) {
                ready.put(key, fanIn);
              }
            });
    return new Missing(extraction, ready, encoding);
  }

  private static boolean needed(
      Plan plan, ExtractionTask task, LayerTarget target, Predicate<ObjectKey> exists) {
    ObjectKey block = target.block(task.block());
    return !exists.test(block)
        && target.fanIns().stream()
            .map(key -> Objects.requireNonNull(plan.fanIns().get(key)))
            .filter(fanIn -> fanIn.blocks().stream().anyMatch(b -> b.block().equals(block)))
            .anyMatch(fanIn -> unfinished(fanIn, exists));
  }

  private static boolean unfinished(FanIn fanIn, Predicate<ObjectKey> exists) {
    return fanIn.tasks().stream().anyMatch(t -> !exists.test(t.gram()) && !exists.test(t.result()));
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
