package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.DemoNetwork;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.graph.ImageSize;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TappingTest {
  private static OnnxGraph demo() {
    return OnnxGraph.read(DemoNetwork.bytes(), "demo.onnx");
  }

  @Test
  void outputsAreExactlyTheTensorsAskedForInTheirOrder() {
    byte[] tapped = demo().tapped(List.of("middle", "early"));
    List<FloatTensor> outputs = Running.run(tapped, Running.noise(2, 64, 1));
    assertThat(outputs)
        .extracting(FloatTensor::shape)
        .containsExactly(Shape.of(2, 32, 16, 16), Shape.of(2, 24, 32, 32));
  }

  @Test
  void aTappedLayerHasTheValuesThatTheWholeNetworkGivesIt() {
    FloatTensor images = Running.noise(3, 64, 2);
    FloatTensor late = Running.run(DemoNetwork.bytes(), images).get(0);
    FloatTensor tapped = Running.run(demo().tapped(List.of("early", "late")), images).get(1);
    assertThat(tapped.values()).isEqualTo(late.values());
  }

  @Test
  void whatTheTensorsDoNotNeedIsDropped() throws Exception {
    ModelProto tapped = ModelProto.parseFrom(demo().tapped(List.of("early")));
    assertThat(tapped.getGraph().getNodeList())
        .extracting(n -> n.getOutput(0))
        .containsExactly("even", "even.squared", "odd", "odd.squared", "energy", "early");
    assertThat(tapped.getGraph().getInitializerList())
        .extracting(t -> t.getName())
        .containsExactly("even.weight", "odd.weight");
    assertThat(tapped.getMetadataPropsCount()).isEqualTo(7);
  }

  @Test
  void equalArgumentsGiveEqualBytes() {
    assertThat(demo().tapped(List.of("early", "late")))
        .isEqualTo(demo().tapped(List.of("early", "late", "early")));
  }

  @Test
  void aFixedBatchIsKept() throws Exception {
    // Given
    ModelProto.Builder fixed = ModelProto.parseFrom(DemoNetwork.bytes()).toBuilder();
    fixed
        .getGraphBuilder()
        .getInputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(0)
        .setDimValue(5);
    OnnxGraph network = OnnxGraph.read(fixed.build().toByteArray(), "fixed.onnx");
    // When
    byte[] tapped = network.tapped(List.of("late"));
    // Then
    assertThat(Running.run(tapped, Running.noise(5, 64, 3)).get(0).shape())
        .isEqualTo(Shape.of(5, 48, 7, 7));
    assertThat(
            ModelProto.parseFrom(tapped)
                .getGraph()
                .getInput(0)
                .getType()
                .getTensorType()
                .getShape()
                .getDim(0)
                .getDimValue())
        .isEqualTo(5);
  }

  @Test
  void aReshapeToTwoImagesIsRefusedWhenItsResultIsTapped() {
    GraphBuilder graph = GraphBuilder.named("two images");
    String in = graph.input("x", 3, 4, 4);
    String shape = graph.constant("shape", List.of(2L, -1L));
    graph.output(graph.node("flat", "Reshape", List.of(in, shape)));
    OnnxGraph network = OnnxGraph.read(graph.bytes(), "two.onnx");
    assertThatThrownBy(() -> network.tapped(List.of("flat")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layer 'flat' of network two.onnx cannot be studied")
        .hasMessageContaining("[2, 24N]");
  }

  @Test
  void anOpenInputSizeIsSaidAndThenGiven() {
    // Given
    GraphBuilder graph = GraphBuilder.named("open");
    graph.output(graph.relu("relu", graph.input("x", 3, 0, 0)));
    OnnxGraph network = OnnxGraph.read(graph.bytes(), "open.onnx");
    assertThatThrownBy(network::layers)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "open.onnx: leaves the size of its input 'x' open; give a height and a width in pixels"
                + " (--input-size HEIGHTxWIDTH, or input_size: [HEIGHT, WIDTH] in the study file)");
    // When
    OnnxGraph sized = network.withInputSize(new ImageSize(5, 7));
    // Then
    assertThat(sized.layer("relu").knownShape()).isEqualTo(Shape.of(3, 5, 7));
    assertThatThrownBy(() -> demo().withInputSize(new ImageSize(5, 7)))
        .isInstanceOf(InputException.class)
        .hasMessage("demo.onnx: takes images of 64 x 64 pixels only (height x width), not 5 x 7");
  }

  @Test
  void inputsAndWeightsAreNoLayers() {
    for (String name : Arrays.asList("image", "even.weight", "")) {
      assertThatThrownBy(() -> demo().tapped(List.of(name)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no layer '" + name + "'");
    }
  }

  @Test
  void anUnknownOperatorMakesShapesUnknownFromThereOn() {
    GraphBuilder graph = GraphBuilder.named("unknown");
    String in = graph.input("x", 3, 8, 8);
    String odd = graph.node("odd", "DepthToSpace", List.of(graph.relu("known", in)));
    graph.output(graph.relu("after", odd));
    OnnxGraph network = OnnxGraph.read(graph.bytes(), "unknown.onnx");
    assertThat(network.layer("known").splittable()).isTrue();
    assertThat(network.layer("odd").shape()).isNull();
    assertThat(network.layer("after").note())
        .isEqualTo("follows 'odd': operator DepthToSpace is not known");
    assertThatThrownBy(() -> network.layer("after").knownShape())
        .isInstanceOf(InputException.class);
  }
}
