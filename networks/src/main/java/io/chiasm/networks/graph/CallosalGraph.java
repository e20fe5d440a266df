package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network with the split in its architecture: up to one of its layers, the callosum, the left and
 * the right part of the image each run through a copy of its own, with the same weights and the
 * network's own padding at the midline; there the parts' maps are joined side by side, and the rest
 * is computed from both. Layers keep their names; one before the callosum is its two parts' maps,
 * joined. With shared gates, what averages over a map before the callosum averages over both parts'
 * maps, and nothing else crosses.
 */
public final class CallosalGraph {
  private static final long SLICE_BY_INPUTS = 10;

  /** A part of the image, or all of it. */
  private enum Field {
    LEFT("@left"),
    RIGHT("@right"),
    WHOLE("");

    private final String mark;

    Field(String mark) {
      this.mark = mark;
    }
  }

  private final OnnxFile file;
  private final Halves halves;
  private final Map<String, Integer> columnAxes;
  private final Dependence dependence;
  private final Set<String> apart;

  /** Tensors that both parts share. */
  private final Set<String> shared;

  /** For every tensor of the file the fields that it is needed of. */
  private final Map<String, Set<Field>> needed = new HashMap<>();

  private final Set<String> joined = new HashSet<>();
  private final Set<String> constants = new HashSet<>();

  private CallosalGraph(
      OnnxFile file, ImageSize size, Callosal split, Map<String, Integer> columnAxes) {
    this.file = file;
    this.halves = Halves.of(size.width(), split.sharedMidline());
    this.columnAxes = columnAxes;
    this.dependence = Dependence.of(file);
    String callosum = split.callosum();
    this.apart = callosum == null ? dependence.content() : Dependence.upstream(file, callosum);
    this.shared = split.sharedGates() ? Gates.of(file, columnAxes.keySet()) : Set.of();
  }

  /** Whether a tensor is computed before the callosum, or is it. */
  public static boolean isApart(OnnxFile file, @Nullable String callosum, String tensor) {
    return callosum == null || Dependence.upstream(file, callosum).contains(tensor);
  }

  /** Whether a layer is computed from gates before the callosum, which then can be shared. */
  public static boolean hasGates(
      OnnxFile file, @Nullable String callosum, String layer, Map<String, Integer> columnAxes) {
    Set<String> gates = Gates.of(file, columnAxes.keySet());
    return Dependence.upstream(file, layer).stream()
        .anyMatch(tensor -> gates.contains(tensor) && isApart(file, callosum, tensor));
  }

  /**
   * The network with only what these layers need, for images of one size.
   *
   * @param split where the parts are joined, and what they share before
   * @param layers its outputs, each once
   * @param columnAxes axis of the image's columns, by name of each feature map of the file
   * @throws BadGraphException if the network cannot be split so
   */
  public static ModelProto of(
      OnnxFile file,
      ImageSize size,
      Callosal split,
      Collection<String> layers,
      Map<String, Integer> columnAxes) {
    CallosalGraph edited = new CallosalGraph(file, size, split, columnAxes);
    layers.forEach(layer -> edited.need(layer, Field.WHOLE));
    for (int i = file.nodes().size() - 1; i >= 0; i--) {
      edited.needInputs(file.nodes().get(i));
    }
    return file.model().toBuilder()
        .clearTrainingInfo()
        .setGraph(edited.graph(size, new LinkedHashSet<>(layers)))
        .build();
  }

  private void need(String tensor, Field field) {
    if (tensor.isEmpty()) {
      return;
    }
    if (!dependence.onImage(tensor)) {
      constants.add(tensor);
    }
    if (!dependence.onImage(tensor) || isShared(tensor)) {
      needed.computeIfAbsent(tensor, t -> EnumSet.noneOf(Field.class)).add(Field.WHOLE);
    } else if (field == Field.WHOLE && isJoin(tensor)) {
      requireColumns(tensor);
      joined.add(tensor);
      need(tensor, Field.LEFT);
      need(tensor, Field.RIGHT);
    } else {
      needed.computeIfAbsent(tensor, t -> EnumSet.noneOf(Field.class)).add(field);
    }
  }

  /** Computed once, from the joined maps. */
  private boolean isShared(String tensor) {
    return apart.contains(tensor) && shared.contains(tensor);
  }

  /** The image needs no joining; extents are those of what they are asked of. */
  private boolean isJoin(String tensor) {
    return apart.contains(tensor)
        && dependence.content().contains(tensor)
        && !tensor.equals(file.input().name());
  }

  private void requireColumns(String tensor) {
    if (!columnAxes.containsKey(tensor)) {
      throw new BadGraphException(
          "'"
              + tensor
              + "' of the two hemifields would have to be joined side by side, and it is no map"
              + " with columns");
    }
  }

  private void needInputs(Node node) {
    for (Field field : fields(node)) {
      for (String input : Needs.of(node)) {
        need(input, field);
      }
      if (field != Field.WHOLE && !Set.copyOf(node.inputs()).containsAll(Needs.of(node))) {
        throw new BadGraphException(node.description() + " holds a graph that cannot be copied");
      }
    }
  }

  private Set<Field> fields(Node node) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    node.outputs().forEach(output -> fields.addAll(needed.getOrDefault(output, Set.of())));
    if (fields.contains(Field.WHOLE) && node.outputs().stream().anyMatch(joined::contains)) {
      throw new BadGraphException(node.description() + " makes maps and their extents in one");
    }
    return fields;
  }

  private GraphProto graph(ImageSize size, Set<String> layers) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName(file.model().getGraph().getName());
    for (ValueInfoProto input : file.model().getGraph().getInputList()) {
      if (input.getName().equals(file.input().name())) {
        graph.addInput(sized(input, size));
      }
    }
    for (Field half : List.of(Field.LEFT, Field.RIGHT)) {
      if (needed.getOrDefault(file.input().name(), Set.of()).contains(half)) {
        cut(graph, half);
      }
    }
    for (Node node : file.nodes()) {
      fields(node).forEach(field -> graph.addNode(copy(node, field)));
      node.outputs().stream().filter(joined::contains).forEach(map -> graph.addNode(join(map)));
    }
    file.initialisers().values().stream()
        .filter(t -> constants.contains(t.getName()))
        .forEach(graph::addInitializer);
    layers.forEach(layer -> graph.addOutput(FloatValue.of(layer)));
    return graph.build();
  }

  private ValueInfoProto sized(ValueInfoProto input, ImageSize size) {
    ValueInfoProto.Builder changed = input.toBuilder();
    TypeProto.Tensor.Builder type = changed.getTypeBuilder().getTensorTypeBuilder();
    PixelLayout layout = file.input().layout();
    type.getShapeBuilder().getDimBuilder(layout.rowAxis()).setDimValue(size.height());
    type.getShapeBuilder().getDimBuilder(layout.columnAxis()).setDimValue(size.width());
    return changed.build();
  }

  private void cut(GraphProto.Builder graph, Field half) {
    int start = half == Field.LEFT ? 0 : halves.right();
    List<Long> bounds =
        List.of((long) start, (long) start + halves.columns(), (long) layoutColumns());
    String image = file.input().name();
    String made = marked(image, half);
    NodeProto.Builder slice =
        NodeProto.newBuilder().setName(made).setOpType("Slice").addInput(image).addOutput(made);
    List<String> names = List.of("starts", "ends", "axes");
    for (int i = 0; i < names.size(); i++) {
      if (file.opset() < SLICE_BY_INPUTS) {
        slice.addAttribute(integers(names.get(i), bounds.get(i)));
      } else {
        String bound = made + "." + names.get(i);
        slice.addInput(bound);
        graph.addInitializer(
            TensorProto.newBuilder()
                .setName(bound)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(1)
                .addInt64Data(bounds.get(i)));
      }
    }
    graph.addNode(slice);
  }

  private int layoutColumns() {
    return file.input().layout().columnAxis();
  }

  private NodeProto copy(Node node, Field field) {
    NodeProto proto = node.proto();
    if (field == Field.WHOLE) {
      return proto;
    }
    NodeProto.Builder copy = proto.toBuilder().clearInput().clearOutput();
    if (!proto.getName().isEmpty()) {
      copy.setName(proto.getName() + field.mark);
    }
    node.inputs()
        .forEach(
            input ->
                copy.addInput(
                    dependence.onImage(input) && !isShared(input) ? marked(input, field) : input));
    node.outputs()
        .forEach(output -> copy.addOutput(output.isEmpty() ? output : marked(output, field)));
    return copy.build();
  }

  private static String marked(String tensor, Field field) {
    return tensor + field.mark;
  }

  private NodeProto join(String map) {
    return NodeProto.newBuilder()
        .setName(map + "@joined")
        .setOpType("Concat")
        .addInput(marked(map, Field.LEFT))
        .addInput(marked(map, Field.RIGHT))
        .addOutput(map)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(columnAxes.getOrDefault(map, 0)))
        .build();
  }

  private static AttributeProto integers(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addInts(value)
        .build();
  }
}
