package io.chiasm.networks.shape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators of which it is known where they keep images apart. */
final class ImagesRules {
  private static final Map<String, ImagesRule> BY_OPERATOR = all();

  private ImagesRules() {}

  static @Nullable ImagesRule of(String operator) {
    return BY_OPERATOR.get(operator);
  }

  private static Map<String, ImagesRule> all() {
    Map<String, ImagesRule> rules = new HashMap<>();
    ElementwiseImages.addTo(rules);
    WindowImages.addTo(rules);
    ReductionImages.addTo(rules);
    ProductImages.addTo(rules);
    ArrangementImages.addTo(rules);
    SelectionImages.addTo(rules);
    return Map.copyOf(rules);
  }
}
