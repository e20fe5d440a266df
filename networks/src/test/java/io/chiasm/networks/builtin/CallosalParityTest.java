package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.graph.Callosal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against torch's modules, split by hand; {@code make_callosal.py} beside the numbers did it. */
class CallosalParityTest {
  @ParameterizedTest
  @ValueSource(strings = {"efficientnet_b0", "mobilenet_v2", "efficientnet_b3"})
  void everyLayerEqualsThatOfModulesSplitByHand(String name) throws Exception {
    // Given
    OnnxGraph network = network(name);
    int size = network.inputSize().height();
    FloatTensor even = MadeUpWeights.uniform(Shape.of(1, 3, size, size), "image", -2, 2);
    Map<String, String[]> expected = new TreeMap<>(Torch.rows("callosal.txt", name));
    assertThat(expected).hasSizeGreaterThan(2);
    for (Map.Entry<String, String[]> row : expected.entrySet()) {
      String[] key = row.getKey().split(":");
      String callosum = key[0].equals("none") ? null : key[0];
      String layer = key[1];
      boolean shared = key.length > 2;
      // When
      OnnxGraph edited = network.callosal(new Callosal(callosum, false, shared), List.of(layer));
      FloatTensor image = shared ? lopsided(even) : even;
      FloatTensor found = Running.run(edited.tapped(List.of(layer)), image).get(0);
      // Then
      assertThat(edited.layer(layer).shape()).isEqualTo(found.shape().tail());
      Torch.check(name + " " + row.getKey(), row.getValue(), found);
    }
  }

  /** The right half a quarter as strong, so that means over the halves differ. */
  private static FloatTensor lopsided(FloatTensor even) {
    float[] values = even.values().clone();
    int columns = (int) even.shape().extent(3);
    for (int i = 0; i < values.length; i++) {
      values[i] *= i % columns < columns / 2 ? 1 : 0.25f;
    }
    return new FloatTensor(even.shape(), values);
  }

  private static OnnxGraph network(String name) {
    Architecture architecture = Architectures.named(name).orElseThrow();
    BuiltIn builtIn = BuiltIn.named(name);
    return builtIn.graph(
        new MadeUpWeights(architecture),
        Architecture.Variant.NEW,
        "made up",
        builtIn.published("IMAGENET1K_V1").preset());
  }
}
