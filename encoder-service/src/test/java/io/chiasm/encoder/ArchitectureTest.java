package io.chiasm.encoder;

import io.chiasm.encoder.numerics.Matrix;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.encoder", Matrix.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("config", "kafka", "wiring");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("gram");
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.encoder.numerics..", "org.nd4j..", "org.bytedeco..");
    onlyIn("io.chiasm.encoder.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.encoder.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
  }
}
