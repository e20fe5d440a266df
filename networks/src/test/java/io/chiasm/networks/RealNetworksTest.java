package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealNetworksTest {
  private static OnnxGraph lite0() {
    return OnnxGraph.read(SharedData.of("networks/efficientnet_lite0.onnx"));
  }

  private static OnnxGraph mobilenet() {
    return OnnxGraph.read(SharedData.of("networks/mobilenet_v2.onnx"));
  }

  @Test
  void theStagesOfEfficientNetLite0HaveTheShapesOfItsTable() {
    OnnxGraph network = lite0();
    assertThat(network.inputSize()).isEqualTo(new ImageSize(224, 224));
    assertThat(network.layer("stage1").shape()).isEqualTo(Shape.of(32, 112, 112));
    assertThat(network.layer("stage3").shape()).isEqualTo(Shape.of(24, 56, 56));
    assertThat(network.layer("stage6").shape()).isEqualTo(Shape.of(112, 14, 14));
    assertThat(network.layer("stage9").shape()).isEqualTo(Shape.of(1280, 7, 7));
    assertThat(network.layers()).allMatch(l -> l.shape() != null && l.mixing() == Mixing.LOCAL);
  }

  @Test
  void theLayersOfMobileNetV2HaveTheShapesOfItsTable() {
    OnnxGraph network = mobilenet();
    assertThat(network.layer("block_2").shape()).isEqualTo(Shape.of(24, 56, 56));
    assertThat(network.layer("block_12").shape()).isEqualTo(Shape.of(96, 14, 14));
    assertThat(network.layer("Conv_1").shape()).isEqualTo(Shape.of(1280, 7, 7));
    Layer logits = network.layer("logits");
    assertThat(logits.shape()).isEqualTo(Shape.of(1000));
    assertThat(logits.splittable()).isFalse();
    assertThat(logits.mixing()).isEqualTo(Mixing.GLOBAL);
  }

  @Test
  void receptiveFieldsOfTheStagesHaveThePublishedSizesAndStrides() {
    // The same kernels and strides as EfficientNet-B0, whose fields are 19, 339 and 851 pixels.
    OnnxGraph network = lite0();
    assertField(network.layer("stage3"), 19, 4);
    assertField(network.layer("stage6"), 339, 16);
    assertField(network.layer("stage9"), 851, 32);
  }

  private static void assertField(Layer layer, long size, long stride) {
    assertThat(layer.knownColumns().size()).isEqualTo(size);
    assertThat(layer.knownColumns().stride()).isEqualTo(stride);
    assertThat(layer.rows()).isEqualTo(layer.columns());
  }

  @Test
  void tensorFlowsPaddingShiftsTheCentres() {
    // Stride 2 pads 0 before and 1 after, so the first window is centred on pixel 1, not 0.
    Layer stage1 = lite0().layer("stage1");
    assertThat(stage1.knownColumns().firstCentre()).isEqualTo(1);
  }

  @Test
  void metadataGivesNormalisationAndLayers() {
    assertThat(mobilenet().normalisation())
        .contains(new Normalisation(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5)));
    assertThat(lite0().suggestedLayers())
        .containsEntry("early", "stage3")
        .containsEntry("middle", "stage6")
        .containsEntry("late", "stage9");
  }

  @Test
  void aMisspeltLayerIsAnsweredWithTheNearest() {
    OnnxGraph network = lite0();
    assertThatThrownBy(() -> network.layer("stagee3"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no layer 'stagee3'; nearest: stage3, ")
        .hasMessageContaining("stem.conv")
        .hasMessageContaining(" more");
  }

  @Test
  void tappedKeepsOnlyWhatTheLayerNeeds() {
    OnnxGraph network = lite0();
    OnnxGraph early = OnnxGraph.read(network.tapped(List.of("stage3")), "early");
    assertThat(early.bytes().length).isLessThan(network.bytes().length / 50);
    assertThat(early.layers()).last().extracting(Layer::name).isEqualTo("stage3");
    assertThat(early.metadata()).isEqualTo(network.metadata());
  }

  @Test
  void nothingIsWrongWithThem() {
    assertThat(Inspection.of(lite0()).problems()).isEmpty();
    assertThat(Inspection.of(mobilenet()).problems()).isEmpty();
    assertThat(Inspection.of(mobilenet()).parameters()).isGreaterThan(3_400_000);
  }

  @Test
  void theUntrainedTwinHasNewWeightsAndTheSameLayers() {
    OnnxGraph network = mobilenet();
    OnnxGraph twin = network.untrained(0);
    assertThat(twin.layers()).isEqualTo(network.layers());
    assertThat(twin.sha256()).isNotEqualTo(network.sha256());
    assertThat(twin.sha256()).isEqualTo(mobilenet().untrained(0).sha256());
    assertThat(twin.sha256()).isNotEqualTo(network.untrained(1).sha256());
    assertThat(twin.metadata())
        .containsEntry("chiasm.weights", "untrained(seed=0), rule kaiming-fan-out-1")
        .containsEntry("chiasm.weights.kept", "");
  }
}
