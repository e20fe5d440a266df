package io.chiasm.extractor;

import io.chiasm.extractor.shell.config.ExtractorConfig;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service is a shell; what it computes with is a library. */
class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.extractor", ExtractorConfig.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("config", "kafka", "wiring");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of();
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.extractor.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.extractor.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
  }
}
