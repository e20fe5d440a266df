package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.Attributes;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.ModelReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A small graph of operators drawn at random, many of which mix images. */
final class RandomGraph {
  private static final ImageSize SIZE = new ImageSize(4, 4);
  private static final int OPERATORS = 20;

  private final Random random;
  private final GraphBuilder graph;
  private final long opset;
  private final List<String> tensors = new ArrayList<>();
  private int made;

  RandomGraph(long seed, int nodes) {
    random = new Random(seed);
    opset = random.nextInt(4) == 0 ? 12 : 17;
    graph = GraphBuilder.named("random " + seed);
    tensors.add(graph.input("x", 3, SIZE.height(), SIZE.width()));
    tensors.add(graph.relu("relu", "x"));
    graph.output("relu");
    for (int n = 0; n < nodes; n++) {
      add();
    }
  }

  OnnxGraph network() {
    return OnnxGraph.of(model(), "random");
  }

  List<String> tensors() {
    return tensors.subList(1, tensors.size());
  }

  private ModelProto model() {
    ModelProto.Builder model = graph.model().toBuilder().clearOpsetImport();
    return model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset)).build();
  }

  /** Adds a node to a tensor whose extents are known; nothing if the graph would not be valid. */
  private void add() {
    String in =
        tensors.get(random.nextInt(3) == 0 ? random.nextInt(tensors.size()) : tensors.size() - 1);
    List<Dim> dims = dims(in);
    if (dims == null || dims.isEmpty()) {
      return;
    }
    String out = node("t" + made++, in, dims);
    if (out != null) {
      tensors.add(out);
    }
  }

  private @Nullable List<Dim> dims(String tensor) {
    try {
      Map<String, Fact> facts = Inference.of(ModelReader.of(model(), "random"), SIZE, 0);
      Fact fact = facts.get(tensor);
      return fact == null ? null : fact.dims();
    } catch (InputException e) {
      return null;
    }
  }

  private @Nullable String node(String name, String in, List<Dim> dims) {
    int rank = dims.size();
    int axis = random.nextInt(rank);
    return switch (random.nextInt(OPERATORS)) {
      case 0 -> graph.node(name, "Softmax", List.of(in), Attributes.integer("axis", axis));
      case 1 -> graph.node(name, "ReduceMean", List.of(in), axes(rank), keep());
      case 2, 3, 4 -> graph.node(name, "Transpose", List.of(in), permutation(rank));
      case 5, 6, 7 -> reshape(name, in, dims);
      case 8 -> graph.node(name, "Concat", List.of(in, in), Attributes.integer("axis", axis));
      case 9 -> graph.node(name, random.nextBoolean() ? "Add" : "Mul", List.of(in, other(in)));
      case 10 -> graph.node(name, "LpNormalization", List.of(in), Attributes.integer("axis", axis));
      case 11 -> gather(name, in, axis);
      case 12 ->
          graph.node(
              name, "Flatten", List.of(in), Attributes.integer("axis", random.nextInt(rank + 1)));
      case 13 -> matMul(name, in, rank);
      case 14 -> rank == 4 ? graph.node(name, "GlobalAveragePool", List.of(in)) : null;
      case 15 -> slice(name, in, axis);
      case 16 -> graph.node(name, "CumSum", List.of(in, scalar(name + ".axis", axis)));
      case 17 -> graph.node(name, "MeanVarianceNormalization", List.of(in), axes(rank));
      case 18 -> pad(name, in, rank, axis);
      default -> graph.node(name, "ReduceMax", List.of(in), axes(rank), keep());
    };
  }

  private AttributeProto keep() {
    return Attributes.integer("keepdims", random.nextInt(4) == 0 ? 0 : 1);
  }

  private AttributeProto axes(int rank) {
    long[] axes = LongStream.range(0, rank).filter(a -> random.nextInt(3) == 0).toArray();
    return Attributes.integers("axes", axes.length == 0 ? new long[] {rank - 1L} : axes);
  }

  private AttributeProto permutation(int rank) {
    List<Long> order = new ArrayList<>(LongStream.range(0, rank).boxed().toList());
    Collections.shuffle(order, random);
    return Attributes.integers("perm", order.stream().mapToLong(a -> a).toArray());
  }

  private String other(String in) {
    return random.nextBoolean() ? in : tensors.get(random.nextInt(tensors.size()));
  }

  /** To extents that many reshapes have: baked, flat, back to images, or two axes as one. */
  private @Nullable String reshape(String name, String in, List<Dim> dims) {
    long fixed = dims.stream().mapToLong(Dim::factor).reduce(1, (a, b) -> a * b);
    List<List<Long>> targets = new ArrayList<>(List.of(List.of(1L, -1L), List.of(-1L, fixed)));
    if (fixed % 16 == 0) {
      targets.add(List.of(-1L, fixed / 16, 4L, 4L));
      targets.add(List.of(4L, -1L, fixed / 16, 4L));
      targets.add(List.of(-1L, 4L, fixed / 4));
      targets.add(List.of(fixed / 16, -1L, 4L, 4L));
    }
    if (fixed % 3 == 0) {
      targets.add(List.of(3L, -1L, fixed / 3));
      targets.add(List.of(-1L, 3L));
    }
    if (dims.size() > 2) {
      targets.add(List.of(0L, 0L, -1L));
    }
    List<Long> target = targets.get(random.nextInt(targets.size()));
    return graph.node(name, "Reshape", List.of(in, graph.constant(name + ".shape", target)));
  }

  private String gather(String name, String in, int axis) {
    String picked = graph.constant(name + ".picked", List.of(0L, (long) -random.nextInt(2), 0L));
    return graph.node(name, "Gather", List.of(in, picked), Attributes.integer("axis", axis));
  }

  private @Nullable String matMul(String name, String in, int rank) {
    if (rank < 2) {
      return null;
    }
    String turned =
        graph.node(
            name + ".turned",
            "Transpose",
            List.of(in),
            Attributes.integers(
                "perm",
                LongStream.range(0, rank)
                    .map(a -> a == rank - 1 ? rank - 2 : a == rank - 2 ? rank - 1 : a)
                    .toArray()));
    return graph.node(name, "MatMul", List.of(in, turned));
  }

  private String slice(String name, String in, int axis) {
    long start = random.nextInt(3) - 1;
    long step = random.nextInt(3) == 0 ? -1 : 1;
    return graph.node(
        name,
        "Slice",
        List.of(
            in,
            graph.constant(name + ".start", List.of(step < 0 ? -1L : start)),
            graph.constant(name + ".end", List.of(step < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE)),
            graph.constant(name + ".axis", List.of((long) axis)),
            graph.constant(name + ".step", List.of(step))));
  }

  private String scalar(String name, long value) {
    return graph.constant(name, List.of(value));
  }

  private String pad(String name, String in, int rank, int axis) {
    List<Long> pads = new ArrayList<>(Collections.nCopies(2 * rank, 0L));
    pads.set(axis, 1L);
    pads.set(rank + axis, -1L);
    return graph.node(name, "Pad", List.of(in, graph.constant(name + ".pads", pads)));
  }
}
