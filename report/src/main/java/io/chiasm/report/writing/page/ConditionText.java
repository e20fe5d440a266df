package io.chiasm.report.writing.page;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;

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
