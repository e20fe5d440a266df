package io.chiasm.service;

import io.chiasm.service.shell.ServiceMain;
import io.chiasm.testing.LayerRules;
import java.util.List;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.service", ServiceMain.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("logs", "meters", "traces", "queue", "events");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of();
  }
}
