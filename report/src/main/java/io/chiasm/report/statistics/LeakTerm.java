package io.chiasm.report.statistics;

import static io.chiasm.report.statistics.LeakSplit.ARCHITECTURE;
import static io.chiasm.report.statistics.LeakSplit.FEATURES;
import static io.chiasm.report.statistics.LeakSplit.IMAGE;
import static io.chiasm.report.statistics.LeakSplit.MIRRORED;
import static io.chiasm.report.statistics.LeakSplit.SHARED_GATES;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the lateralisation of split feature maps is taken apart into: a weighted sum of its values
 * under several splits.
 */
public enum LeakTerm {
  /** What is taken apart. */
  LATERALISATION("lateralisation", 1, FEATURES, null),
  /** What one half gives by itself, but for the grid's part; what the other terms leave. */
  OWN_HALF("one half by itself", 0, null, null),
  /** What the other terms leave where no split keeps the halves apart. */
  REST("everything else", 0, null, null),
  /** What convolutions and pools bring across the midline. */
  RECEPTIVE_FIELDS("receptive fields", 1, FEATURES, SHARED_GATES),
  /** What gates bring across, since they average over the whole map. */
  GATES("gates", 1, SHARED_GATES, ARCHITECTURE),
  /** What mirroring the images turns round. */
  GRID("grid", 0.5, FEATURES, MIRRORED),
  /** In what two ways to keep the halves apart differ. */
  RESIDUAL("residual", 1, ARCHITECTURE, IMAGE),
  /** All that crosses, against half an image. */
  CROSSING("crossing", 1, FEATURES, IMAGE),
  /** All that crosses, against halves that run apart. */
  CROSSING_APART("crossing, against halves apart", 1, FEATURES, ARCHITECTURE);

  private final String words;
  private final double scale;
  private final @Nullable LeakSplit minuend;
  private final @Nullable LeakSplit subtrahend;

  LeakTerm(
      String words, double scale, @Nullable LeakSplit minuend, @Nullable LeakSplit subtrahend) {
    this.words = words;
    this.scale = scale;
    this.minuend = minuend;
    this.subtrahend = subtrahend;
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
    Map<LeakSplit, Double> weights = new EnumMap<>(LeakSplit.class);
    if (minuend != null) {
      weights.put(minuend, scale);
    }
    if (subtrahend != null) {
      weights.put(subtrahend, -scale);
    }
    return weights;
  }

  /** Whether it can be had from these splits, without the other terms. */
  boolean isFormed(Set<LeakSplit> splits) {
    return minuend != null && splits.containsAll(weights().keySet());
  }
}
