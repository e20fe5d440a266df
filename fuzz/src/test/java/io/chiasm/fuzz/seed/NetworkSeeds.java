package io.chiasm.fuzz.seed;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.checkpoint.NamedTensor;
import io.chiasm.networks.checkpoint.SafetensorsFile;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Networks and weights of a few numbers. */
final class NetworkSeeds {
  private NetworkSeeds() {}

  static Map<String, byte[]> safetensors() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsFile.write(
        out,
        List.of(
            new NamedTensor("a.weight", FloatTensor.zeros(2, 3), false),
            new NamedTensor("a.count", FloatTensor.zeros(), true)),
        Map.of("format", "pt"));
    return Map.of("made.safetensors", out.toByteArray());
  }

  static Map<String, byte[]> onnx() {
    return Map.of("made.onnx", model().toByteArray());
  }

  /** Its weights lie in {@code n.onnx.data}. */
  static Map<String, byte[]> withDataBeside() {
    ModelProto.Builder model = model().toBuilder();
    TensorProto.Builder weights =
        model
            .getGraphBuilder()
            .getInitializerBuilder(0)
            .clearRawData()
            .clearFloatData()
            .setDataLocation(TensorProto.DataLocation.EXTERNAL);
    Map.of("location", "n.onnx.data", "offset", "8", "length", "24")
        .forEach(
            (key, value) ->
                weights.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return Map.of("beside.onnx", model.build().toByteArray());
  }

  private static ModelProto model() {
    GraphBuilder graph = GraphBuilder.named("made");
    String in = graph.input("x", 3, 4, 4);
    String conv =
        graph.conv("conv", in, FloatTensor.zeros(2, 3, 1, 1), new Convolution(1, 0, 0, 1, 1));
    return graph
        .metadata("layers.early", "conv")
        .metadata("input_size", "4,4")
        .output(graph.relu("relu", conv))
        .model();
  }
}
