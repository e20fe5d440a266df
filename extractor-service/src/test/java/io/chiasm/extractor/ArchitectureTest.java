package io.chiasm.extractor;

import io.chiasm.extractor.image.PhotographDecoder;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.extractor", PhotographDecoder.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("djl", "config", "kafka", "wiring");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("extraction");
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.extractor.shell.djl..", "ai.djl..", "ai.onnxruntime..", "ai.onnx..");
    onlyIn("io.chiasm.extractor.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.extractor.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
    onlyIn("io.chiasm.extractor.extraction..", "org.apache.commons.csv..");
  }
}
