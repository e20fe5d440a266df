package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplyAddsTest {
  /** Billions, as torchvision gives them with its weights. */
  @ParameterizedTest
  @CsvSource({
    "densenet121, 2.834",
    "efficientnet_b0, 0.386",
    "mobilenet_v2, 0.301",
    "googlenet, 1.498",
    "alexnet, 0.714"
  })
  void aWholeNetworkTakesWhatTorchvisionSays(String name, double billions) {
    OnnxGraph network = BuiltIn.named(name).untrained(0);
    String last = network.layers().get(network.layers().size() - 1).name();
    assertThat(network.multiplyAdds(List.of(last)) / 1e9).isCloseTo(billions, withinPercentage(2));
  }

  @Test
  void onlyWhatALayerNeedsCounts() {
    OnnxGraph network = BuiltIn.named("efficientnet_b0").untrained(0);
    // The stem alone: 32 maps of 112 by 112, each number from 3 · 3 · 3 of the image.
    assertThat(network.multiplyAdds(List.of("features.0"))).isEqualTo(32L * 112 * 112 * 3 * 3 * 3);
    assertThat(network.multiplyAdds(List.of("features.0", "features.2")))
        .isEqualTo(network.multiplyAdds(List.of("features.2")));
  }
}
