package io.chiasm.contracts.study;

import org.jspecify.annotations.Nullable;

/**
 * Where the hemifields of a network that is split in its architecture are joined.
 *
 * @param layer the last one that each computes by itself: one of the study's labels, or a tensor;
 *     null if they are never joined
 * @param gates whose means weigh the channels before
 */
public record Callosum(@Nullable String layer, Gates gates) {
  /** The word for never, which names no layer. */
  public static final String NONE = "none";

  /** Each hemifield with gates of its own. */
  public Callosum(@Nullable String layer) {
    this(layer, Gates.OWN);
  }

  /** Of this word in a study file, with gates of its own. */
  public static Callosum of(String word) {
    return of(word, Gates.OWN);
  }

  /** Of this word in a study file. */
  public static Callosum of(String word, Gates gates) {
    return new Callosum(word.equals(NONE) ? null : word, gates);
  }

  /** As in study files and tables. */
  public String label() {
    return layer == null ? NONE : layer;
  }

  /** What squeeze-and-excitation, and whatever else averages over a map, averages over. */
  public enum Gates implements Labelled {
    /** The hemifield's own map. */
    OWN,
    /** Both hemifields' maps. */
    SHARED
  }
}
