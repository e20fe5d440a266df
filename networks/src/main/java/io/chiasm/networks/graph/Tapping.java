package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes inner tensors of a network its outputs and drops whatever they do not need. */
public final class Tapping {
  private static final String BATCH = "N";

  private final OnnxFile file;
  private final List<String> tensors;
  private final Set<String> needed;
  private final List<Node> nodes = new ArrayList<>();

  private Tapping(OnnxFile file, List<String> tensors) {
    this.file = file;
    this.tensors = tensors;
    this.needed = new HashSet<>(tensors);
    for (int i = file.nodes().size() - 1; i >= 0; i--) {
      Node node = file.nodes().get(i);
      if (node.outputs().stream().anyMatch(needed::contains)) {
        nodes.add(0, node);
        needed.addAll(Needs.of(node));
      }
    }
  }

  /**
   * A model with exactly these float32 outputs, in this order, for any number of images at once.
   * Equal arguments give equal bytes.
   *
   * @param size of the images
   * @param tensors names of tensors that nodes of the file make, each once
   */
  public static ModelProto of(OnnxFile file, ImageSize size, List<String> tensors) {
    Tapping tapping = new Tapping(file, tensors);
    return file.model().toBuilder().clearTrainingInfo().setGraph(tapping.graph(size)).build();
  }

  private GraphProto graph(ImageSize size) {
    GraphProto old = file.model().getGraph();
    GraphProto.Builder graph = GraphProto.newBuilder().setName(old.getName());
    nodes.forEach(n -> graph.addNode(n.proto()));
    file.initialisers().values().stream()
        .filter(t -> needed.contains(t.getName()))
        .forEach(graph::addInitializer);
    for (ValueInfoProto input : old.getInputList()) {
      if (input.getName().equals(file.input().name())) {
        graph.addInput(image(input, size));
      } else if (needed.contains(input.getName())) {
        graph.addInput(input);
      }
    }
    tensors.forEach(t -> graph.addOutput(output(t)));
    return graph.build();
  }

  private static ValueInfoProto image(ValueInfoProto input, ImageSize size) {
    ValueInfoProto.Builder changed = input.toBuilder();
    TensorShapeProto.Builder shape =
        changed.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
    String batch = shape.getDim(0).getDimParam();
    shape.getDimBuilder(0).setDimParam(batch.isEmpty() ? BATCH : batch);
    shape.getDimBuilder(2).setDimValue(size.height());
    shape.getDimBuilder(3).setDimValue(size.width());
    return changed.build();
  }

  private static ValueInfoProto output(String tensor) {
    TypeProto.Tensor type = TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE).build();
    return ValueInfoProto.newBuilder()
        .setName(tensor)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
