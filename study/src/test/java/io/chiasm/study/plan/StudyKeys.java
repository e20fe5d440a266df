package io.chiasm.study.plan;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.store.ObjectKey;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of all that a plan computes. */
record StudyKeys(Set<ObjectKey> activations, Set<ObjectKey> grams, Set<ObjectKey> encodings) {
  static StudyKeys of(Plan plan) {
    return new StudyKeys(
        plan.extraction().stream()
            .flatMap(task -> task.layers().stream().map(layer -> layer.block(task.block())))
            .collect(Collectors.toSet()),
        plan.fanIns().values().stream().map(f -> f.gram().result()).collect(Collectors.toSet()),
        plan.encoding().map(EncodingTask::result).collect(Collectors.toSet()));
  }
}
