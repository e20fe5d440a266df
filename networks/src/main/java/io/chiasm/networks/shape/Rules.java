package io.chiasm.networks.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operators whose results can be told without running them. */
final class Rules {
  private static final Map<String, Rule> BY_OPERATOR = all();

  private Rules() {}

  static Optional<Rule> of(String operator) {
    return Optional.ofNullable(BY_OPERATOR.get(operator));
  }

  private static Map<String, Rule> all() {
    Map<String, Rule> rules = new HashMap<>();
    PointwiseRules.addTo(rules);
    WindowRules.addTo(rules);
    MatrixRules.addTo(rules);
    ReductionRules.addTo(rules);
    AxisRules.addTo(rules);
    SelectionRules.addTo(rules);
    ConstantRules.addTo(rules);
    return Map.copyOf(rules);
  }
}
