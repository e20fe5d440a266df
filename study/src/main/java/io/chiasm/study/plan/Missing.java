package io.chiasm.study.plan;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.store.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    Set<ObjectKey> unformed = new HashSet<>();
    plan.fanIns()
        .forEach(
            (key, fanIn) -> {
              List<EncodingTask> open =
                  fanIn.tasks().stream().filter(t -> !exists.test(t.result())).toList();
              open.stream().filter(t -> exists.test(t.gram())).forEach(encoding::add);
              if (open.stream().anyMatch(t -> !exists.test(t.gram()))) {
                unformed.add(key);
                if (fanIn.blocks().stream().map(BlockRows::block).allMatch(exists)) {
                  ready.put(key, fanIn);
                }
              }
            });
    Need need = new Need(plan, unformed);
    return new Missing(extraction(plan, exists, need), ready, encoding);
  }

  private static List<ExtractionTask> extraction(
      Plan plan, Predicate<ObjectKey> exists, Need need) {
    List<ExtractionTask> extraction = new ArrayList<>();
    for (ExtractionTask task : plan.extraction()) {
      List<LayerTarget> needed = new ArrayList<>();
      for (LayerTarget target : task.layers()) {
        ObjectKey block = target.block(task.block());
        if (!exists.test(block) && need.of(target, block)) {
          needed.add(target);
        }
      }
      if (!needed.isEmpty()) {
        extraction.add(needed.size() == task.layers().size() ? task : task.of(needed));
      }
    }
    return extraction;
  }

  /**
   * Whether a block is needed: by one of the fan-ins without Gram matrices that it is part of. A
   * block is part of at least one of its layer's, so that one is mostly known without a look at
   * their blocks, of which a plan has millions.
   */
  private record Need(Plan plan, Set<ObjectKey> unformed, Map<ObjectKey, Set<ObjectKey>> blocks) {
    Need(Plan plan, Set<ObjectKey> unformed) {
      this(plan, unformed, new HashMap<>());
    }

    boolean of(LayerTarget target, ObjectKey block) {
      return unformed.containsAll(target.fanIns())
          || target.fanIns().stream()
              .anyMatch(fanIn -> unformed.contains(fanIn) && blocks(fanIn).contains(block));
    }

    private Set<ObjectKey> blocks(ObjectKey fanIn) {
      return blocks.computeIfAbsent(
          fanIn,
          key ->
              Objects.requireNonNull(plan.fanIns().get(key)).blocks().stream()
                  .map(BlockRows::block)
                  .collect(Collectors.toSet()));
    }
  }
}
