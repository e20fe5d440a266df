package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes inner tensors of a network its outputs and drops whatever they do not need. */
public final class Tapping {
  private final OnnxFile file;
  private final List<ValueInfoProto> outputs;
  private final Set<String> needed;
  private final List<Node> nodes = new ArrayList<>();

  private Tapping(OnnxFile file, List<ValueInfoProto> outputs) {
    this.file = file;
    this.outputs = outputs;
    this.needed = new HashSet<>();
    outputs.forEach(o -> needed.add(o.getName()));
    for (int i = file.nodes().size() - 1; i >= 0; i--) {
      Node node = file.nodes().get(i);
      if (node.outputs().stream().anyMatch(needed::contains)) {
        nodes.add(node);
        needed.addAll(Needs.of(node));
      }
    }
    Collections.reverse(nodes);
  }

  /**
   * A model with exactly these outputs, in this order, for any number of images at once. Equal
   * arguments give equal bytes.
   *
   * @param size of the images
   * @param outputs tensors that nodes of the file make, each once
   */
  public static ModelProto of(OnnxFile file, ImageSize size, List<ValueInfoProto> outputs) {
    Tapping tapping = new Tapping(file, outputs);
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
    graph.addAllOutput(outputs);
    return graph.build();
  }

  private static ValueInfoProto image(ValueInfoProto input, ImageSize size) {
    ValueInfoProto.Builder changed = input.toBuilder();
    TensorShapeProto.Builder shape =
        changed.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
    String batch = shape.getDim(0).getDimParam();
    shape.getDimBuilder(0).setDimParam(batch.isEmpty() ? FloatValue.BATCH : batch);
    shape.getDimBuilder(2).setDimValue(size.height());
    shape.getDimBuilder(3).setDimValue(size.width());
    return changed.build();
  }
}
