package io.chiasm.report.statistics;

import static io.chiasm.report.statistics.LeakSplit.ARCHITECTURE;
import static io.chiasm.report.statistics.LeakSplit.FEATURES;
import static io.chiasm.report.statistics.LeakSplit.IMAGE;
import static io.chiasm.report.statistics.LeakSplit.MIRRORED;
import static io.chiasm.report.statistics.LeakSplit.SHARED_GATES;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the lateralisation of split feature maps is taken apart into: a weighted sum of its values
 * under several splits.
 */
public enum LeakTerm {
  /** What is taken apart. */
  LATERALISATION("lateralisation", Map.of(FEATURES, 1.0)),
  /** What one half gives by itself, but for the grid's part; what the other terms leave. */
  OWN_HALF("one half by itself", Map.of()),
  /** What the other terms leave where no split keeps the halves apart. */
  REST("everything else", Map.of()),
  /** What convolutions and pools bring across the midline. */
  RECEPTIVE_FIELDS("receptive fields", Map.of(FEATURES, 1.0, SHARED_GATES, -1.0)),
  /** What gates bring across, since they average over the whole map. */
  GATES("gates", Map.of(SHARED_GATES, 1.0, ARCHITECTURE, -1.0)),
  /** What mirroring the images turns round. */
  GRID("grid", Map.of(FEATURES, 0.5, MIRRORED, -0.5)),
  /** In what two ways to keep the halves apart differ. */
  RESIDUAL("residual", Map.of(ARCHITECTURE, 1.0, IMAGE, -1.0)),
  /** All that crosses, against half an image. */
  CROSSING("crossing", Map.of(FEATURES, 1.0, IMAGE, -1.0)),
  /** All that crosses, against halves that run apart. */
  CROSSING_APART("crossing, against halves apart", Map.of(FEATURES, 1.0, ARCHITECTURE, -1.0));

  private final String words;
  private final Map<LeakSplit, Double> weights;

  LeakTerm(String words, Map<LeakSplit, Double> weights) {
    this.words = words;
    this.weights = weights;
  }

  /** Lower-case name, as in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in text. */
  public String words() {
    return words;
  }

  /** Weights of the splits; empty of what the others leave. */
  Map<LeakSplit, Double> weights() {
    return weights;
  }

  /** Whether it can be had from these splits, without the other terms. */
  boolean isFormed(Set<LeakSplit> splits) {
    return !weights.isEmpty() && splits.containsAll(weights.keySet());
  }
}
