package io.chiasm.contracts.study;

import org.jspecify.annotations.Nullable;

/**
 * Where the hemifields of a network that is split in its architecture are joined.
 *
 * @param layer the last one that each computes by itself: one of the study's labels, or a tensor;
 *     null if they are never joined
 */
public record Callosum(@Nullable String layer) {
  /** The word for never, which names no layer. */
  public static final String NONE = "none";

  /** Of this word in a study file. */
  public static Callosum of(String word) {
    return new Callosum(word.equals(NONE) ? null : word);
  }

  /** As in study files and tables. */
  public String label() {
    return layer == null ? NONE : layer;
  }
}
