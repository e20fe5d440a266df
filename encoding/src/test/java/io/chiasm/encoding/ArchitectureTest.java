package io.chiasm.encoding;

import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.encoding", Matrix.class);
  }

  @Override
  protected List<String> shell() {
    return List.of();
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("gram");
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.encoding.numerics..", "org.nd4j..", "org.bytedeco..");
  }
}
