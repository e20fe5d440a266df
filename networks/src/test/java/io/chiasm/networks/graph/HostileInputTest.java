package io.chiasm.networks.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import com.google.protobuf.ByteString;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.DemoNetwork;
import io.chiasm.networks.inspect.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  @Test
  void anEmptyFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty.onnx"));
    assertThatThrownBy(() -> OnnxGraph.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": is empty; an ONNX model is needed");
  }

  @Test
  void aFileThatDoesNotExistIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> OnnxGraph.read(folder.resolve("none.onnx")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void textIsRefused() {
    assertRefused("just some text".getBytes(java.nio.charset.StandardCharsets.UTF_8), "x.onnx: ");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() {
    byte[] whole = DemoNetwork.bytes();
    for (int length = 1; length < whole.length; length += 997) {
      assertOnlyInputExceptions(Arrays.copyOf(whole, length));
    }
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "is not an ONNX model or is cut short");
  }

  @Test
  void aModelWithoutGraphIsRefused() {
    assertRefused(ModelProto.newBuilder().setIrVersion(8).build().toByteArray(), "it has no graph");
  }

  @Test
  void aCyclicGraphIsRefused() {
    assertRefusedAfter(
        g -> g.setNode(0, g.getNode(0).toBuilder().setInput(0, "late")),
        "the graph is cyclic: node 'even' (Conv) waits for its own result");
  }

  @Test
  void aTensorThatNothingMakesIsRefused() {
    assertRefusedAfter(
        g -> g.setNode(0, g.getNode(0).toBuilder().setInput(0, "nowhere")),
        "node 'even' (Conv) reads tensor 'nowhere', which nothing in the graph makes");
  }

  @Test
  void twoTensorsOfOneNameAreRefused() {
    assertRefusedAfter(
        g -> g.addNode(relu("late", "early")),
        "two tensors are named 'late'; names must be unique");
    assertRefusedAfter(
        g -> g.addInitializer(g.getInitializer(0)), "two initialisers are named 'even.weight'");
    assertRefusedAfter(g -> g.addNode(relu("image", "early")), "two tensors are named 'image'");
  }

  @Test
  void severalInputsAreRefused() {
    assertRefusedAfter(
        g -> g.addInput(g.getInput(0).toBuilder().setName("mask")),
        "has 2 inputs (image, mask); a network here has one, the image [N, 3, H, W]");
  }

  @Test
  void imagesWithoutThreeColoursAreRefused() {
    for (long channels : new long[] {1, 4}) {
      assertRefusedAfter(
          g -> extent(g, 1, channels),
          "input 'image' has shape [?N, "
              + channels
              + ", 64, 64]; needed is a photograph with red, green and blue, [N, 3, H, W]");
    }
    assertRefusedAfter(
        g -> shape(g).addDim(shape(g).getDim(3)),
        "input 'image' has shape [?N, 3, 64, 64, 64]; needed is the image [N, 3, H, W] or, channels"
            + " last, [N, H, W, 3]");
    assertRefusedAfter(
        g -> g.getInputBuilder(0).getTypeBuilder().clearTensorType(),
        "input 'image' is no tensor; needed is the image [N, 3, H, W]");
  }

  @Test
  void wholeNumbersAsInputAreRefused() {
    assertRefusedAfter(
        g -> g.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(2),
        "input 'image' is uint8; export the network with a float32 input");
  }

  @Test
  void tooManyImagesAtOnceAreRefused() {
    assertRefusedAfter(
        g -> extent(g, 0, 1025),
        "input 'image' has impossible extents [1025, 3, 64, 64]; axis 0 may be at most 1024");
  }

  @Test
  void weightsInAnotherFileNeedAFolder() {
    assertRefusedAfter(
        g -> g.getInitializerBuilder(0).setDataLocation(TensorProto.DataLocation.EXTERNAL),
        "initialiser 'even.weight' is kept in another file, and these bytes come without a folder");
  }

  private static TensorShapeProto.Builder shape(GraphProto.Builder graph) {
    return graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
  }

  private static void extent(GraphProto.Builder graph, int axis, long extent) {
    shape(graph).getDimBuilder(axis).setDimValue(extent);
  }

  @Test
  void weightsOfTheWrongLengthAreRefused() {
    assertRefusedAfter(
        g -> g.getInitializerBuilder(0).setRawData(ByteString.copyFrom(new byte[7])),
        "initialiser 'even.weight' of extents [24, 3, 15, 15] needs 64800 bytes, but the file has 7");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 40, Long.MAX_VALUE})
  void weightsOfImpossibleExtentsAreRefused(long extent) {
    assertRefusedAfter(g -> g.getInitializerBuilder(0).setDims(0, extent), "impossible extents");
  }

  @Test
  void anImpossibleInputSizeIsRefused() {
    assertRefusedAfter(
        g ->
            g.getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(3)
                .setDimValue(1L << 60),
        "impossible extents");
  }

  @Test
  void contradictingExtentsNameTheNode() {
    ModelProto.Builder model = demo();
    model.getGraphBuilder().getNodeBuilder(0).getAttributeBuilder(1).setI(5);
    OnnxGraph network = OnnxGraph.read(model.build().toByteArray(), "x.onnx");
    assertThatThrownBy(network::layers)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "x.onnx: node 'even' (Conv): weights [24, 3, 15, 15] need 15 channels, the input has 3");
  }

  @Test
  void aNodeWithoutResultIsRefused() {
    assertRefusedAfter(
        g -> g.addNode(relu("x", "early").toBuilder().setName("idle").clearOutput()),
        "node 'idle' (Relu) makes no tensor");
  }

  @Test
  void anAxisAddedTwiceIsRefused() {
    ModelProto.Builder model = demo();
    model
        .getGraphBuilder()
        .addInitializer(TensorContent.integers("axes", List.of(3L, 3L)))
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Unsqueeze")
                .addInput("early")
                .addInput("axes")
                .addOutput("twice"));
    OnnxGraph network = OnnxGraph.read(model.build().toByteArray(), "x.onnx");
    assertThatThrownBy(network::layers)
        .isInstanceOf(InputException.class)
        .hasMessage("x.onnx: node 'twice' (Unsqueeze): axes [3, 3] name one twice");
  }

  @Test
  void nodesOutOfOrderAreSortedNotRefused() {
    ModelProto.Builder model = demo();
    GraphProto.Builder graph = model.getGraphBuilder();
    List<NodeProto> nodes = List.copyOf(graph.getNodeList());
    graph.clearNode();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      graph.addNode(nodes.get(i));
    }
    OnnxGraph shuffled = OnnxGraph.read(model.build().toByteArray(), "x.onnx");
    assertThat(shuffled.layers())
        .containsExactlyInAnyOrderElementsOf(OnnxGraph.read(DemoNetwork.bytes(), "demo").layers());
  }

  @Test
  void randomBytesNeverCauseAnythingButInputExceptions() {
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertOnlyInputExceptions(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows", "classifier", "convnext", "attention"})
  void damagedFilesNeverCauseAnythingButInputExceptions(String name) throws IOException {
    byte[] whole = resource("operators-" + name + ".onnx");
    Random random = new Random(12);
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 1 + random.nextInt(4); k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertOnlyInputExceptions(damaged);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows", "classifier", "convnext", "attention"})
  void absurdAttributesAndExtentsNeverCauseAnythingButInputExceptions(String name)
      throws IOException {
    ModelProto whole = ModelProto.parseFrom(resource("operators-" + name + ".onnx"));
    Random random = new Random(13);
    int accepted = 0;
    for (int i = 0; i < 1000; i++) {
      ModelProto.Builder model = whole.toBuilder();
      GraphDamage.damage(model.getGraphBuilder(), random);
      accepted += assertOnlyInputExceptions(model.build().toByteArray()) ? 1 : 0;
    }
    // Damage that is always or never noticed would test little.
    assertThat(accepted).isBetween(50, 950);
  }

  /** Whether the network was accepted nevertheless. */
  private static boolean assertOnlyInputExceptions(byte[] bytes) {
    try {
      OnnxGraph network = OnnxGraph.read(bytes, "x.onnx");
      Inspection.of(network);
      if (!network.layers().isEmpty()) {
        network.tapped(List.of(network.layers().get(0).name()));
      }
      network.untrained(0);
      return true;
    } catch (InputException e) {
      assertThat(e.getMessage()).contains("x.onnx");
      return false;
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = HostileInputTest.class.getResourceAsStream("../shape/" + name)) {
      return in.readAllBytes();
    }
  }

  private static NodeProto relu(String name, String input) {
    return NodeProto.newBuilder().setOpType("Relu").addInput(input).addOutput(name).build();
  }

  private static ModelProto.Builder demo() {
    try {
      return ModelProto.parseFrom(DemoNetwork.bytes()).toBuilder();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertRefusedAfter(Consumer<GraphProto.Builder> change, String message) {
    ModelProto.Builder model = demo();
    change.accept(model.getGraphBuilder());
    assertRefused(model.build().toByteArray(), message);
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> OnnxGraph.read(bytes, "x.onnx"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.onnx: ")
        .hasMessageContaining(message);
  }
}
