package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceMixingTest {
  private static List<String> warnings(String... architectures) {
    SpaceMixing mixing = new SpaceMixing();
    for (String architecture : architectures) {
      OnnxGraph graph = BuiltIn.named(architecture).untrained(0);
      graph
          .suggestedLayers()
          .forEach(
              (label, tensor) -> mixing.add(architecture, label, graph.layer(tensor).mixing()));
    }
    return mixing.warnings();
  }

  @Test
  void layersAfterSqueezeAndExcitationAreNamed() {
    assertThat(warnings("mobilenet_v3_small", "mobilenet_v2"))
        .singleElement()
        .asString()
        .contains("squeeze-and-excitation", "mobilenet_v3_small (early, middle, late).")
        .doesNotContain("mobilenet_v2");
  }

  @Test
  void convolutionsAndPoolsMixNothing() {
    assertThat(warnings("mobilenet_v2")).isEmpty();
  }
}
