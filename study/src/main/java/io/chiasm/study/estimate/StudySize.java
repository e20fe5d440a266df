package io.chiasm.study.estimate;

import java.util.List;
import java.util.Map;

/**
 * How large a study is.
 *
 * @param counts tasks and what they are about, by name
 * @param bytes to be stored if nothing is there yet, by kind of object
 * @param work amounts that time grows with, by stage
 * @param unknown layers whose size only running them tells; they count nothing
 */
public record StudySize(
    Map<String, Long> counts, Map<String, Long> bytes, Work work, List<String> unknown) {
  public StudySize {
    counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    bytes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(bytes));
    unknown = List.copyOf(unknown);
  }

  /**
   * What time grows with.
   *
   * @param photographs to import
   * @param passes extraction tasks that run their network
   * @param images forward passes of one photograph each
   * @param multiplyAdds of all of them
   * @param activationBytes that are written and read again
   * @param gramProducts stimuli² × features of all Gram matrices
   * @param models encoding tasks
   * @param fits outer folds × feature spaces
   * @param decompositions training stimuli³, over folds, feature spaces and penalties
   * @param screenings training stimuli² × vertices, over folds, feature spaces and penalties
   * @param scored vertices, over all encoding tasks
   * @param maps of the cortex: each layer's mean, and what is drawn of participants
   */
  public record Work(
      double photographs,
      double passes,
      double images,
      double multiplyAdds,
      double activationBytes,
      double gramProducts,
      double models,
      double fits,
      double decompositions,
      double screenings,
      double scored,
      double maps) {}

  /** All bytes together. */
  public long allBytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
