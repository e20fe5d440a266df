package io.chiasm.networks.weights;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.TensorContent;
import io.chiasm.networks.weights.Constants.Origin;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides, node by node, what becomes of every tensor of weights in an untrained twin. */
final class RedrawPlan {
  private static final WeightDistribution ZERO = new WeightDistribution.Constant(0);
  private static final WeightDistribution ONE = new WeightDistribution.Constant(1);

  private final Constants constants;
  private final Map<String, WeightDistribution> drawings = new LinkedHashMap<>();
  private final Set<String> kept = new LinkedHashSet<>();

  /** Outputs of weighted nodes, with how many biases one would have. */
  private final Map<String, Long> biasable = new HashMap<>();

  /**
   * The plan for a file.
   *
   * @throws BadGraphException if a weight cannot be drawn anew
   */
  RedrawPlan(OnnxFile file) {
    constants = new Constants(file);
    file.nodes().forEach(this::plan);
    file.nodes().forEach(n -> n.inputs().forEach(this::noteKept));
    if (drawings.values().stream().allMatch(WeightDistribution.Constant.class::isInstance)) {
      throw new BadGraphException("has no weights that could be drawn anew");
    }
  }

  /** What is drawn, by tensor name, in the order in which random numbers are spent. */
  Map<String, WeightDistribution> drawings() {
    return Collections.unmodifiableMap(drawings);
  }

  /** float32 tensors of more than one number that no rule is about: they keep their values. */
  List<String> kept() {
    return List.copyOf(kept);
  }

  private void plan(Node node) {
    switch (node.operator()) {
      case "Conv" -> convolution(node, false);
      case "ConvTranspose" -> convolution(node, true);
      case "Gemm" -> gemm(node);
      case "MatMul" -> matMul(node);
      case "Add" -> addedBias(node);
      case "BatchNormalization" -> {
        scaleAndShift(node);
        set(node, 3, ZERO);
        set(node, 4, ONE);
      }
      case "LayerNormalization", "InstanceNormalization", "GroupNormalization" ->
          scaleAndShift(node);
      default -> {}
    }
  }

  private void scaleAndShift(Node node) {
    set(node, 1, ONE);
    set(node, 2, ZERO);
  }

  private void convolution(Node node, boolean transposed) {
    Origin weight = required(node, 1);
    List<Long> dims = weight.tensor().getDimsList();
    if (dims.size() < 3 || dims.contains(0L)) {
      throw new BadGraphException(
          node.description() + " has weights of extents " + dims + ", [out, in, h, w] is needed");
    }
    long out = transposed ? dims.get(1) * Math.max(1, node.integer("group", 1)) : dims.get(0);
    double fanOut = dims.subList(2, dims.size()).stream().reduce(out, (a, b) -> a * b);
    drawings.putIfAbsent(weight.name(), new WeightDistribution.Normal(Math.sqrt(2 / fanOut)));
    set(node, 2, ZERO);
    biasable.put(node.output(0), out);
  }

  private void gemm(Node node) {
    boolean outFirst = node.integer("transB", 0) != 0;
    linear(node, 1, outFirst ? 1 : 0);
    if (node.hasInput(2)) {
      set(node, 2, ZERO);
    }
  }

  private void matMul(Node node) {
    boolean left = constants.fromImage(node.input(0));
    boolean right = constants.fromImage(node.input(1));
    if (left && !right) {
      linear(node, 1, 0);
    } else if (right && !left) {
      linear(node, 0, 1);
    }
  }

  private void linear(Node node, int position, int outFromEnd) {
    Origin weight = required(node, position);
    if (weight.rank() < 2 || weight.tensor().getDimsList().contains(0L)) {
      throw new BadGraphException(
          "%s has weights of extents %s, a matrix is needed"
              .formatted(node.description(), weight.tensor().getDimsList()));
    }
    long out = weight.extentFromEnd(outFromEnd);
    drawings.putIfAbsent(weight.name(), new WeightDistribution.Uniform(1 / Math.sqrt(out)));
    biasable.put(node.output(0), out);
  }

  private void addedBias(Node node) {
    for (int i = 0; i < 2; i++) {
      Long biases = biasable.get(node.input(i));
      Origin other = constants.origin(node.input(1 - i)).orElse(null);
      if (biases != null && other != null && TensorContent.elements(other.tensor()) == biases) {
        set(node, 1 - i, ZERO);
      }
    }
  }

  private Origin required(Node node, int position) {
    Origin origin =
        constants
            .origin(node.input(position))
            .orElseThrow(
                () ->
                    new BadGraphException(
                        "the weights of %s are computed (tensor '%s') and cannot be drawn anew"
                            .formatted(node.description(), node.input(position))));
    if (origin.tensor().getDataType() != DataType.FLOAT_VALUE) {
      throw new BadGraphException(
          "weights '%s' of %s are not float32; export the network in float32"
              .formatted(origin.name(), node.description()));
    }
    return origin;
  }

  private void set(Node node, int position, WeightDistribution drawing) {
    if (node.hasInput(position) && !constants.fromImage(node.input(position))) {
      drawings.putIfAbsent(required(node, position).name(), drawing);
    }
  }

  private void noteKept(String input) {
    constants
        .origin(input)
        .filter(o -> o.tensor().getDataType() == DataType.FLOAT_VALUE)
        .filter(o -> TensorContent.elements(o.tensor()) > 1)
        .filter(o -> !drawings.containsKey(o.name()))
        .ifPresent(o -> kept.add(o.name()));
  }
}
