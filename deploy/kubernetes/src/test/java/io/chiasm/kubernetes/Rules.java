package io.chiasm.kubernetes;

import java.util.List;
import java.util.function.Function;

/** Everything that must hold of an overlay. */
final class Rules {
  private static final List<Function<Overlay, List<String>>> ALL =
      List.of(
          ShapeRules::broken,
          NameRules::broken,
          ReferenceRules::broken,
          SecretRules::broken,
          VolumeRules::broken,
          PodRules::broken,
          ResourceRules::broken,
          UpdateRules::broken,
          SettingRules::broken,
          BrokerRules::broken,
          ScalingRules::broken,
          MonitoringRules::broken);

  private Rules() {}

  /** What does not hold, each with the object and the place in it. */
  static List<String> broken(Overlay overlay) {
    return ALL.stream().flatMap(rules -> rules.apply(overlay).stream()).toList();
  }
}
