package io.chiasm.aggregator.report;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.Quantity;

/** Conditions and quantities as headings. */
final class ConditionText {
  private ConditionText() {}

  static String of(Condition condition) {
    return "%s · %s (%s) · split %s"
        .formatted(condition.network(), condition.layer(), condition.tensor(), condition.split());
  }

  static String of(Quantity quantity) {
    return quantity == Quantity.LATERALISATION
        ? "contra − ipsi"
        : quantity.label().replace("score_", "");
  }
}
