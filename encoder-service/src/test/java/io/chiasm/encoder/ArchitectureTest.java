package io.chiasm.encoder;

import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service is a shell; what it computes with is a library. */
class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.encoder", EncoderConfig.class);
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
    onlyIn("io.chiasm.encoder.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.encoder.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
  }
}
