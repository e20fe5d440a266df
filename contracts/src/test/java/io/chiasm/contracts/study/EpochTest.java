package io.chiasm.contracts.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochTest {
  private static OptionalLong epoch(NetworkSource source, Weights weights) {
    return Epoch.of(new NetworkSpec("n", source, weights, null, null, Map.of()));
  }

  private static OptionalLong ofFile(String file) {
    return epoch(new NetworkSource.BuiltIn("alexnet", file), new Weights.Trained());
  }

  @ParameterizedTest
  @CsvSource({
    "/runs/epoch-7.pth,7",
    "/runs/epoch_012.safetensors,12",
    "/runs/model.Epoch=3-step=500.pth,3",
    "/epoch9/checkpoint10.pth,10"
  })
  void isTheNumberThatTheFileIsNamedWith(String file, long epoch) {
    assertThat(ofFile(file)).hasValue(epoch);
  }

  @Test
  void otherNumbersAndOtherWeightsAreNone() {
    assertThat(ofFile("/epoch9/efficientnet_b0_seed0.pth")).isEmpty();
    assertThat(ofFile("IMAGENET1K_V1")).isEmpty();
    assertThat(ofFile("/epoch-best.pth")).isEmpty();
    assertThat(epoch(new NetworkSource.BuiltIn("alexnet", ""), new Weights.Untrained(3))).isEmpty();
    assertThat(epoch(new NetworkSource.Onnx(Path.of("epoch-1.onnx")), new Weights.Trained()))
        .isEmpty();
  }
}
