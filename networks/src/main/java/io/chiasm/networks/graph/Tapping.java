package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes inner tensors of a network its outputs and drops whatever they do not need. Whatever the
 * file declares, the result takes float32 images {@code [image, channel, row, column]} and gives
 * float32.
 */
public final class Tapping {
  private static final long CHANNELS = 3;

  private final OnnxFile file;
  private final List<Tap> taps;
  private final Set<String> needed;
  private final InferenceForm form;
  private final List<Node> nodes = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private Tapping(OnnxFile file, List<Tap> taps) {
    this.file = file;
    this.taps = taps;
    this.needed = new HashSet<>();
    this.form = InferenceForm.of(file);
    taps.forEach(t -> needed.add(t.tensor()));
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
  public static List<String> changes(OnnxFile file, List<Tap> taps) {
    return List.copyOf(new Tapping(file, taps).changes);
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
   * @param taps tensors that nodes of the file make, each once
   */
  public static ModelProto of(OnnxFile file, ImageSize size, long images, List<Tap> taps) {
    Tapping tapping = new Tapping(file, taps);
    return tapping
        .form
        .functions(file.model())
        .clearTrainingInfo()
        .setGraph(tapping.graph(size, images))
        .build();
  }

  private GraphProto graph(ImageSize size, long images) {
    GraphProto old = file.model().getGraph();
    EdgeNodes edges = new EdgeNodes(file);
    GraphProto.Builder graph = GraphProto.newBuilder().setName(old.getName());
    for (ValueInfoProto input : old.getInputList()) {
      if (input.getName().equals(file.input().name())) {
        graph.addInput(image(input, edges.image(file.input()), size, images));
      } else if (needed.contains(input.getName())) {
        graph.addInput(input);
      }
    }
    List<ValueInfoProto> outputs = taps.stream().map(edges::output).toList();
    edges.before().forEach(graph::addNode);
    nodes.forEach(n -> graph.addNode(n.proto()));
    edges.after().forEach(graph::addNode);
    file.initialisers().values().stream()
        .filter(t -> needed.contains(t.getName()))
        .forEach(graph::addInitializer);
    graph.addAllOutput(outputs);
    return graph.build();
  }

  private static ValueInfoProto image(
      ValueInfoProto input, String name, ImageSize size, long images) {
    ValueInfoProto.Builder changed = input.toBuilder().setName(name);
    TypeProto.Tensor.Builder type = changed.getTypeBuilder().getTensorTypeBuilder();
    String batch = type.getShape().getDim(0).getDimParam();
    List<Dimension> dims = new ArrayList<>();
    dims.add(
        images > 0
            ? extent(images)
            : Dimension.newBuilder()
                .setDimParam(batch.isEmpty() ? FloatValue.BATCH : batch)
                .build());
    dims.addAll(List.of(extent(CHANNELS), extent(size.height()), extent(size.width())));
    type.setElemType(DataType.FLOAT_VALUE)
        .setShape(type.getShape().toBuilder().clearDim().addAllDim(dims));
    return changed.build();
  }

  private static Dimension extent(long extent) {
    return Dimension.newBuilder().setDimValue(extent).build();
  }
}
