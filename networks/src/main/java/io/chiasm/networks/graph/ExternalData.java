package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings numbers that a model keeps in files beside it into the model, which then is whole by
 * itself: what travels to other machines and what its digest is taken of.
 */
final class ExternalData {
  private final DataFolder folder;
  private long bytes;

  private ExternalData(DataFolder folder, long bytes) {
    this.folder = folder;
    this.bytes = bytes;
  }

  /** Whether any number is kept outside. */
  static boolean isUsedBy(ModelProto model) {
    return isUsedBy(model.getGraph())
        || model.getFunctionsList().stream()
            .flatMap(f -> f.getNodeList().stream())
            .anyMatch(ExternalData::isUsedBy);
  }

  private static boolean isUsedBy(GraphProto graph) {
    return graph.getInitializerList().stream().anyMatch(ExternalData::isOutside)
        || graph.getNodeList().stream().anyMatch(ExternalData::isUsedBy);
  }

  private static boolean isUsedBy(NodeProto node) {
    return node.getAttributeList().stream().anyMatch(ExternalData::isUsedBy);
  }

  private static boolean isUsedBy(AttributeProto attribute) {
    return (attribute.hasT() && isOutside(attribute.getT()))
        || attribute.getTensorsList().stream().anyMatch(ExternalData::isOutside)
        || (attribute.hasG() && isUsedBy(attribute.getG()))
        || attribute.getGraphsList().stream().anyMatch(ExternalData::isUsedBy);
  }

  /** Where numbers are kept outside, each tensor's place. */
  static List<DataPlace> places(ModelProto model) {
    List<TensorProto> tensors = new ArrayList<>();
    collect(model.getGraph(), tensors);
    model.getFunctionsList().forEach(f -> f.getNodeList().forEach(n -> collect(n, tensors)));
    return tensors.stream().filter(ExternalData::isOutside).map(DataPlace::of).toList();
  }

  private static void collect(GraphProto graph, List<TensorProto> tensors) {
    tensors.addAll(graph.getInitializerList());
    graph.getNodeList().forEach(node -> collect(node, tensors));
  }

  private static void collect(NodeProto node, List<TensorProto> tensors) {
    for (AttributeProto attribute : node.getAttributeList()) {
      tensors.add(attribute.getT());
      tensors.addAll(attribute.getTensorsList());
      collect(attribute.getG(), tensors);
      attribute.getGraphsList().forEach(graph -> collect(graph, tensors));
    }
  }

  static boolean isOutside(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0;
  }

  /**
   * The model with all numbers in it.
   *
   * @param folder of the model's file
   * @param size of the model's file in bytes
   * @throws BadGraphException if numbers lie outside the folder, are missing, or are too many
   */
  static ModelProto embedded(ModelProto model, DataFolder folder, long size) throws IOException {
    ExternalData data = new ExternalData(folder, size);
    ModelProto.Builder whole = model.toBuilder().clearTrainingInfo();
    data.embed(whole.getGraphBuilder());
    for (FunctionProto.Builder function : whole.getFunctionsBuilderList()) {
      data.embed(function.getNodeBuilderList());
    }
    return whole.build();
  }

  private void embed(GraphProto.Builder graph) throws IOException {
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      if (isOutside(graph.getInitializer(i))) {
        graph.setInitializer(i, read(graph.getInitializer(i)));
      }
    }
    embed(graph.getNodeBuilderList());
  }

  private void embed(List<NodeProto.Builder> nodes) throws IOException {
    for (NodeProto.Builder node : nodes) {
      for (int i = 0; i < node.getAttributeCount(); i++) {
        if (isUsedBy(node.getAttribute(i))) {
          embed(node.getAttributeBuilder(i));
        }
      }
    }
  }

  private void embed(AttributeProto.Builder attribute) throws IOException {
    if (attribute.hasT() && isOutside(attribute.getT())) {
      attribute.setT(read(attribute.getT()));
    }
    for (int i = 0; i < attribute.getTensorsCount(); i++) {
      if (isOutside(attribute.getTensors(i))) {
        attribute.setTensors(i, read(attribute.getTensors(i)));
      }
    }
    if (attribute.hasG()) {
      embed(attribute.getGBuilder());
    }
    for (GraphProto.Builder graph : attribute.getGraphsBuilderList()) {
      embed(graph);
    }
  }

  private TensorProto read(TensorProto tensor) throws IOException {
    DataPlace place = DataPlace.of(tensor);
    bytes = Math.addExact(bytes, place.length());
    if (bytes > ModelReader.MAX_BYTES) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "needs more than the %d bytes that can be read, with tensor '%s' in '%s'",
              ModelReader.MAX_BYTES,
              tensor.getName(),
              place.location()));
    }
    return tensor.toBuilder()
        .clearExternalData()
        .clearDataLocation()
        .setRawData(folder.read(place))
        .build();
  }
}
