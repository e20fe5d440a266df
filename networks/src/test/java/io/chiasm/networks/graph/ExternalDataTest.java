package io.chiasm.networks.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDataTest {
  private static final int BYTES = 2 * 3 * 4;

  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void place(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("net"));
    file = folder.resolve("n.onnx");
    data(folder.resolve("n.onnx.data"), 0);
  }

  private static FloatTensor weights() {
    FloatTensor weights = FloatTensor.zeros(2, 3, 1, 1);
    for (int i = 0; i < 6; i++) {
      weights.values()[i] = i + 1;
    }
    return weights;
  }

  private static GraphBuilder graph() {
    GraphBuilder graph = GraphBuilder.named("external");
    String in = graph.input("x", 3, 4, 4);
    return graph.output(graph.conv("conv", in, weights(), new Convolution(1, 0, 0, 1, 1)));
  }

  private static void data(Path to, int before) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(before + BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(before);
    for (float weight : weights().values()) {
      bytes.putFloat(weight);
    }
    Files.write(to, bytes.array());
  }

  private OnnxGraph read(Map<String, String> entries) throws IOException {
    ModelProto.Builder model = graph().model().toBuilder();
    TensorProto.Builder weights = model.getGraphBuilder().getInitializerBuilder(0).clearRawData();
    weights.setDataLocation(TensorProto.DataLocation.EXTERNAL);
    new TreeMap<>(entries)
        .forEach(
            (key, value) ->
                weights.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    Files.write(file, model.build().toByteArray());
    return OnnxGraph.read(file);
  }

  private static float[] values(byte[] model) {
    return Running.run(model, Running.noise(2, 4, 1)).get(0).values();
  }

  @Test
  void numbersBesideTheNetworkAreThoseInIt() throws IOException {
    OnnxGraph network = read(Map.of("location", "n.onnx.data"));
    assertThat(values(network.tapped(List.of("conv")))).isEqualTo(values(graph().bytes()));
    assertThat(network.isWhole()).isFalse();
    // What travels needs no second file, and is what the digest is of.
    assertThat(Sha256.of(network.bytes())).isEqualTo(network.sha256());
    assertThat(values(network.bytes())).isEqualTo(values(graph().bytes()));
  }

  @Test
  void aPartOfAFileInASubfolderIsRead() throws IOException {
    Files.createDirectory(folder.resolve("weights"));
    data(folder.resolve("weights/x.bin"), 8);
    OnnxGraph network =
        read(Map.of("location", "weights/x.bin", "offset", "8", "length", "" + BYTES));
    assertThat(values(network.bytes())).isEqualTo(values(graph().bytes()));
  }

  @Test
  void otherNumbersMakeAnotherNetwork() throws IOException {
    Digest before = read(Map.of("location", "n.onnx.data")).sha256();
    assertThat(read(Map.of("location", "n.onnx.data")).sha256()).isEqualTo(before);
    Files.write(folder.resolve("n.onnx.data"), new byte[BYTES]);
    assertThat(read(Map.of("location", "n.onnx.data")).sha256()).isNotEqualTo(before);
  }

  @Test
  void numbersOfConstantNodesAreReadToo() throws IOException {
    // Given
    ModelProto.Builder model = graph().model().toBuilder();
    TensorProto.Builder outside =
        model.getGraphBuilder().getInitializer(0).toBuilder().clearRawData();
    outside
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            StringStringEntryProto.newBuilder().setKey("location").setValue("n.onnx.data"));
    model.getGraphBuilder().clearInitializer();
    model
        .getGraphBuilder()
        .addNodeBuilder()
        .setOpType("Constant")
        .addOutput(outside.getName())
        .addAttributeBuilder()
        .setName("value")
        .setType(ai.onnx.proto.OnnxMl.AttributeProto.AttributeType.TENSOR)
        .setT(outside);
    Files.write(file, model.build().toByteArray());
    // Then
    assertThat(values(OnnxGraph.read(file).tapped(List.of("conv"))))
        .isEqualTo(values(graph().bytes()));
  }

  @Test
  void nothingOutsideTheFolderIsRead() throws IOException {
    Path secret = folder.resolveSibling("secret");
    data(secret, 0);
    Files.createSymbolicLink(folder.resolve("link"), secret);
    for (String location : List.of("../secret", secret.toString(), "link", "x/../../secret")) {
      assertRefused(
          Map.of("location", location),
          "tensor 'conv.weight' is kept in '" + location + "', outside the network's folder");
    }
  }

  @Test
  void whatIsMissingOrTooShortIsSaid() {
    assertRefused(
        Map.of("location", "none"),
        "tensor 'conv.weight' is kept in 'none', which is no file beside the network");
    assertRefused(
        Map.of("location", "n.onnx.data", "offset", "1"),
        "tensor 'conv.weight' needs bytes 1 to 25 of 'n.onnx.data', which has 24");
    assertRefused(
        Map.of("location", "n.onnx.data", "length", "20"),
        "tensor 'conv.weight' of extents [2, 3, 1, 1] needs 24 bytes, but takes 20 from"
            + " 'n.onnx.data'");
    assertRefused(
        Map.of("location", "n.onnx.data", "offset", "-4"), "with offset '-4', no number of bytes");
    assertRefused(Map.of("offset", "0"), "is kept in another file, but names none");
  }

  @Test
  void moreNumbersThanCanBeReadAreRefusedUnread() throws IOException {
    ModelProto.Builder model = graph().model().toBuilder();
    model
        .getGraphBuilder()
        .addInitializerBuilder()
        .setName("huge")
        .setDataType(1)
        .addDims(500_000_000)
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalDataBuilder()
        .setKey("location")
        .setValue("n.onnx.data");
    Files.write(file, model.build().toByteArray());
    assertThatThrownBy(() -> OnnxGraph.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs more than the 1900000000 bytes that can be read");
  }

  private void assertRefused(Map<String, String> entries, String message) {
    assertThatThrownBy(() -> read(entries))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
