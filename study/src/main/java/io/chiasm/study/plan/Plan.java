package io.chiasm.study.plan;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.store.ObjectKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that a study does, whether done already or not.
 *
 * @param extraction forward passes, in the order in which they are sent
 * @param fanIns by the key of their document
 */
public record Plan(String study, List<ExtractionTask> extraction, Map<ObjectKey, FanIn> fanIns) {
  public Plan {
    extraction = List.copyOf(extraction);
    fanIns = Collections.unmodifiableMap(new LinkedHashMap<>(fanIns));
  }

  /** All encoding tasks, in the study's order. */
  public Stream<EncodingTask> encoding() {
    return fanIns.values().stream().flatMap(f -> f.tasks().stream());
  }
}
