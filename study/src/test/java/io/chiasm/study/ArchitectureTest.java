package io.chiasm.study;

import io.chiasm.study.plan.Planner;
import io.chiasm.testing.LayerRules;
import java.util.List;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.study", Planner.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("importing");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of();
  }
}
