package io.chiasm.contracts.message;

import io.chiasm.contracts.brain.Model;
import java.util.Locale;

/**
 * Name of an array of an {@link EncodingDocument}, as in its files: {@code score_full} {@code
 * [vertex]}, {@code score_folds_full} {@code [fold, vertex]}.
 *
 * @param perFold whether its first axis is the fold
 */
public record ArrayName(String value, boolean perFold) {
  /** score(contralateral) − score(ipsilateral). */
  public static final ArrayName LATERALISATION = new ArrayName("lateralisation", false);

  /** R² that contralateral and ipsilateral half explain alike. */
  public static final ArrayName SHARED = new ArrayName("shared", false);

  /** A number that every model has for a vertex. */
  public enum Measure {
    SCORE,
    R2,
    ALPHA,
    GAMMA,
    /** R² that no other half explains. */
    UNIQUE,
    /** Part of the full model's R². */
    SHARE,
    /** Part of the full model's correlation. */
    SHARE_R;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Over all folds. */
  public static ArrayName of(Measure measure, Model model) {
    return new ArrayName(measure.label() + "_" + model.label(), false);
  }

  /** Of each fold. */
  public static ArrayName perFold(Measure measure, Model model) {
    return new ArrayName(measure.label() + "_folds_" + model.label(), true);
  }

  /** What of the full model is neither half's part. */
  public static ArrayName rest(Measure share) {
    return new ArrayName(share.label() + "_rest", false);
  }

  @Override
  public String toString() {
    return value;
  }
}
