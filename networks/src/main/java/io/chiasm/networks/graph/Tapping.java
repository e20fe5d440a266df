package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes inner tensors of a network its outputs and drops whatever they do not need. */
public final class Tapping {
  private final OnnxFile file;
  private final List<ValueInfoProto> outputs;
  private final Set<String> needed;
  private final InferenceForm form;
  private final List<Node> nodes = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private Tapping(OnnxFile file, List<ValueInfoProto> outputs) {
    this.file = file;
    this.outputs = outputs;
    this.needed = new HashSet<>();
    this.form = InferenceForm.of(file);
    outputs.forEach(o -> needed.add(o.getName()));
    for (int i = file.nodes().size() - 1; i >= 0; i--) {
      Node node = file.nodes().get(i);
      if (node.outputs().stream().anyMatch(needed::contains)) {
        take(node);
      }
    }
    Collections.reverse(nodes);
    Collections.reverse(changes);
  }

  private void take(Node node) {
    Node inferring = form.of(node);
    nodes.add(inferring);
    needed.addAll(Needs.of(inferring));
    String change = form.note(node);
    if (change != null) {
      changes.add(change);
    }
  }

  /** What {@link #of} changes in nodes of training form, one sentence each, in graph order. */
  public static List<String> changes(OnnxFile file, List<ValueInfoProto> outputs) {
    return List.copyOf(new Tapping(file, outputs).changes);
  }

  /** The same of all nodes of a file. */
  public static List<String> changes(OnnxFile file) {
    InferenceForm form = InferenceForm.of(file);
    return file.nodes().stream().map(form::note).filter(Objects::nonNull).toList();
  }

  /**
   * A model with exactly these outputs, in this order, as in evaluation. Equal arguments give equal
   * bytes.
   *
   * @param size of the images
   * @param images how many it runs at once; 0 for any number
   * @param outputs tensors that nodes of the file make, each once
   */
  public static ModelProto of(
      OnnxFile file, ImageSize size, long images, List<ValueInfoProto> outputs) {
    Tapping tapping = new Tapping(file, outputs);
    return tapping
        .form
        .functions(file.model())
        .clearTrainingInfo()
        .setGraph(tapping.graph(size, images))
        .build();
  }

  private GraphProto graph(ImageSize size, long images) {
    GraphProto old = file.model().getGraph();
    GraphProto.Builder graph = GraphProto.newBuilder().setName(old.getName());
    nodes.forEach(n -> graph.addNode(n.proto()));
    file.initialisers().values().stream()
        .filter(t -> needed.contains(t.getName()))
        .forEach(graph::addInitializer);
    for (ValueInfoProto input : old.getInputList()) {
      if (input.getName().equals(file.input().name())) {
        graph.addInput(image(input, size, images));
      } else if (needed.contains(input.getName())) {
        graph.addInput(input);
      }
    }
    graph.addAllOutput(outputs);
    return graph.build();
  }

  private static ValueInfoProto image(ValueInfoProto input, ImageSize size, long images) {
    ValueInfoProto.Builder changed = input.toBuilder();
    TensorShapeProto.Builder shape =
        changed.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
    String batch = shape.getDim(0).getDimParam();
    if (images > 0) {
      shape.getDimBuilder(0).setDimValue(images);
    } else {
      shape.getDimBuilder(0).setDimParam(batch.isEmpty() ? FloatValue.BATCH : batch);
    }
    shape.getDimBuilder(2).setDimValue(size.height());
    shape.getDimBuilder(3).setDimValue(size.width());
    return changed.build();
  }
}
