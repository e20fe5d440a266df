package io.chiasm.aggregator.reliability;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A part of the variance. */
public enum Part {
  PARTICIPANTS(VarianceParts::participants),
  HEMISPHERES(VarianceParts::hemispheres),
  SEEDS(VarianceParts::seeds),
  FOLDS(VarianceParts::folds),
  REST(VarianceParts::rest);

  private final ToDoubleFunction<VarianceParts> variance;

  Part(ToDoubleFunction<VarianceParts> variance) {
    this.variance = variance;
  }

  /** Name in tables and figures. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** NaN where the study does not tell. */
  public double of(VarianceParts parts) {
    return variance.applyAsDouble(parts);
  }
}
