package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Optional;

/** One operation of a graph. */
public final class Node {
  private final NodeProto proto;

  Node(NodeProto proto) {
    this.proto = proto;
  }

  static boolean isStandard(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  public NodeProto proto() {
    return proto;
  }

  /** Operator type; with its domain in front unless it is a standard operator. */
  public String operator() {
    return isStandard(proto.getDomain())
        ? proto.getOpType()
        : proto.getDomain() + "." + proto.getOpType();
  }

  /** For messages: {@code node 'stem' (Conv)}. */
  public String description() {
    String name = proto.getName().isEmpty() && !outputs().isEmpty() ? output(0) : proto.getName();
    return "node '" + name + "' (" + operator() + ")";
  }

  /** Whether the input at this position is given. */
  public boolean hasInput(int position) {
    return position < proto.getInputCount() && !proto.getInput(position).isEmpty();
  }

  /**
   * Name of the tensor read at this position.
   *
   * @throws BadGraphException if the node has no such input
   */
  public String input(int position) {
    if (!hasInput(position)) {
      throw new BadGraphException(description() + " lacks its input number " + (position + 1));
    }
    return proto.getInput(position);
  }

  /** Names of the tensors read, in order; an input left out is empty. */
  public List<String> inputs() {
    return proto.getInputList();
  }

  /** Names of the tensors made, in order; an output left out is empty. */
  public List<String> outputs() {
    return proto.getOutputList();
  }

  public String output(int position) {
    return proto.getOutput(position);
  }

  /** A whole-number attribute. */
  public long integer(String attribute, long otherwise) {
    return find(attribute).map(AttributeProto::getI).orElse(otherwise);
  }

  /** A text attribute. */
  public String text(String attribute, String otherwise) {
    return find(attribute).map(a -> a.getS().toStringUtf8()).orElse(otherwise);
  }

  /** An attribute that is a list of whole numbers. */
  public Optional<List<Long>> integers(String attribute) {
    return find(attribute).map(AttributeProto::getIntsList);
  }

  /** An attribute that is a tensor. */
  public Optional<TensorProto> tensor(String attribute) {
    return find(attribute).filter(AttributeProto::hasT).map(AttributeProto::getT);
  }

  public boolean has(String attribute) {
    return find(attribute).isPresent();
  }

  private Optional<AttributeProto> find(String attribute) {
    return proto.getAttributeList().stream().filter(a -> a.getName().equals(attribute)).findFirst();
  }
}
