package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.GraphBuilder;
import java.util.ArrayList;
import java.util.List;

/** A graph that modules add themselves to, with the numbers of their parameters. */
public final class Emission {
  private final GraphBuilder graph;
  private final ParameterSource parameters;
  private final boolean normsLearn;
  private final List<BatchStatistics> statistics = new ArrayList<>();
  private boolean ended;

  /** What modules compute in evaluation. */
  public Emission(GraphBuilder graph, ParameterSource parameters) {
    this(graph, parameters, false);
  }

  private Emission(GraphBuilder graph, ParameterSource parameters, boolean normsLearn) {
    this.graph = graph;
    this.parameters = parameters;
    this.normsLearn = normsLearn;
  }

  /**
   * What modules compute in evaluation, but for batch norms, which normalise by the statistics of
   * the batch, as in training.
   */
  public static Emission learningNorms(GraphBuilder graph, ParameterSource parameters) {
    return new Emission(graph, parameters, true);
  }

  boolean normsLearn() {
    return normsLearn;
  }

  void noteStatistics(BatchStatistics found) {
    statistics.add(found);
  }

  /** What every batch norm so far gives out, in the order of the graph; empty in evaluation. */
  public List<BatchStatistics> statistics() {
    return List.copyOf(statistics);
  }

  /** Whether the network ends before a part, since the numbers of the part are missing. */
  boolean endsBefore(NetworkModule part, String path) {
    if (!(part instanceof Sequential)) {
      part.declare(path, p -> ended |= p.used() && !parameters.has(p.key()));
    }
    return ended;
  }

  /** Whether the network has ended for want of numbers. */
  public boolean ended() {
    return ended;
  }

  /** Numbers of a parameter of the module at a path. */
  FloatTensor parameter(String path, String name) {
    return parameters.read(ModulePath.join(path, name));
  }

  String constant(String path, String name, FloatTensor values) {
    return graph.constant(ModulePath.join(path, name), values);
  }

  /** A single number. */
  String scalar(String path, String name, double value) {
    FloatTensor scalar = new FloatTensor(Shape.of(), new float[] {(float) value});
    return graph.constant(ModulePath.join(path, "/" + name), scalar);
  }

  String node(String name, String operator, List<String> inputs, AttributeProto... attributes) {
    return graph.node(name, operator, inputs, attributes);
  }

  /** A step on the way to a module's result. */
  String step(
      String path, String name, String operator, List<String> in, AttributeProto... attributes) {
    return graph.node(ModulePath.join(path, "/" + name), operator, in, attributes);
  }

  /** Makes a tensor known by the path of the module whose result it is. */
  String named(String path, String tensor) {
    boolean needsNone = path.isEmpty() || !ModulePath.isModule(path) || path.equals(tensor);
    return needsNone ? tensor : graph.identity(path, tensor);
  }
}
