package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.PixelLayout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
  private static Metadata metadata(Map<String, String> entries) {
    return new Metadata("x.onnx", entries, PixelLayout.NCHW);
  }

  @Test
  void meanAndStdMakeANormalisation() {
    Metadata metadata = metadata(Map.of("input.mean", "0.1, 0.2,0.3", "input.std", "1,2,3"));
    assertThat(metadata.normalisation().orElseThrow().mean()).isEqualTo(List.of(0.1, 0.2, 0.3));
    assertThat(metadata.normalisation().orElseThrow().std()).isEqualTo(List.of(1.0, 2.0, 3.0));
  }

  @Test
  void oneOfTheTwoIsRefused() {
    assertThatThrownBy(metadata(Map.of("input.mean", "0,0,0"))::normalisation)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("only one of input.mean and input.std");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,2", "1,2,3,4", "1,2,x", "1,2,NaN", "1,0,1", "1,-1,1", "1,,1"})
  void malformedDeviationsAreRefused(String std) {
    Metadata metadata = metadata(Map.of("input.mean", "0,0,0", "input.std", std));
    assertThatThrownBy(metadata::normalisation)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("x.onnx: metadata input.std is '" + std + "'");
  }

  @Test
  void otherColourOrdersAreRefused() {
    assertThatThrownBy(() -> metadata(Map.of("input.color", "BGR")))
        .isInstanceOf(InputException.class)
        .hasMessage("x.onnx: metadata input.color is 'BGR'; needed is RGB");
  }

  @Test
  void theSizeIsHeightThenWidth() {
    assertThat(metadata(Map.of("input.size", "5,7")).inputSize()).contains(new ImageSize(5, 7));
    assertThatThrownBy(metadata(Map.of("input.size", "5,0"))::inputSize)
        .isInstanceOf(InputException.class);
  }
}
