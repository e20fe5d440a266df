package io.chiasm.networks.shape;

import java.util.List;

/** Feature maps that meet in one tensor. */
final class Maps {
  private Maps() {}

  /** With the span of these maps; with none, and mixing unknown, where they do not match. */
  static Fact joined(Fact result, List<FeatureMap> maps) {
    if (maps.isEmpty()) {
      return result;
    }
    FeatureMap first = maps.get(0);
    if (!maps.stream().allMatch(first::matches)) {
      return result.withMixing(result.mixing().and(Mixing.UNKNOWN));
    }
    return result.withMap(maps.stream().reduce(first, FeatureMap::spanning));
  }
}
