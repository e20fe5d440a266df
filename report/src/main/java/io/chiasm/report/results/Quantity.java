package io.chiasm.report.results;

import io.chiasm.contracts.brain.Model;
import java.util.Locale;

/** A number per vertex that ROIs and groups are summarised by. */
public enum Quantity {
  SCORE_FULL,
  SCORE_CONTRA,
  SCORE_IPSI,
  SCORE_BANDED,
  /** score(contralateral) − score(ipsilateral) of the same vertex. */
  LATERALISATION,
  R2_FULL,
  R2_CONTRA,
  R2_IPSI,
  R2_BANDED,
  UNIQUE_CONTRA,
  UNIQUE_IPSI,
  /** unique(contralateral) − unique(ipsilateral) variance of the same vertex. */
  UNIQUE_LATERALISATION;

  /** Lower-case name, as in file names and table columns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Pearson r of a model. */
  public static Quantity score(Model model) {
    return switch (model) {
      case FULL -> SCORE_FULL;
      case CONTRA -> SCORE_CONTRA;
      case IPSI -> SCORE_IPSI;
      case BANDED -> SCORE_BANDED;
    };
  }

  /** R² of a model on held-out stimuli. */
  public static Quantity r2(Model model) {
    return switch (model) {
      case FULL -> R2_FULL;
      case CONTRA -> R2_CONTRA;
      case IPSI -> R2_IPSI;
      case BANDED -> R2_BANDED;
    };
  }
}
