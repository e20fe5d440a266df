package io.chiasm.report.reliability;

import java.util.Locale;

/** A part of the variance. */
public enum Part {
  PARTICIPANTS,
  HEMISPHERES,
  SEEDS,
  FOLDS,
  REST;

  /** Name in tables and figures. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** NaN where the study does not tell. */
  public double of(VarianceParts parts) {
    return switch (this) {
      case PARTICIPANTS -> parts.participants();
      case HEMISPHERES -> parts.hemispheres();
      case SEEDS -> parts.seeds();
      case FOLDS -> parts.folds();
      case REST -> parts.rest();
    };
  }
}
