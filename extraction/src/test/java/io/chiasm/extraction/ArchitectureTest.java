package io.chiasm.extraction;

import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.extraction", PhotographDecoder.class);
  }

  @Override
  protected List<String> shell() {
    return List.of("djl");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("extract");
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.extraction.shell.djl..", "ai.djl..", "ai.onnxruntime..", "ai.onnx..");
    onlyIn("io.chiasm.extraction.extract..", "org.apache.commons.csv..");
  }
}
