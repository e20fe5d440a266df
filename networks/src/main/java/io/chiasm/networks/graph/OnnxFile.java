package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An ONNX model that passed every check of this package; its nodes in an order that can run. */
public final class OnnxFile {
  private final String source;
  private final Digest sha256;
  private final ModelProto model;
  private final boolean whole;
  private final Map<String, TensorProto> initialisers;
  private final List<Node> nodes;
  private final ImageInput input;

  private OnnxFile(String source, Digest sha256, ModelProto model, boolean whole) {
    this.source = source;
    this.sha256 = sha256;
    this.model = model;
    this.whole = whole;
    ModelCheck.check(model);
    this.initialisers = initialisersByName(model.getGraph());
    this.nodes = NodeOrder.sorted(model.getGraph(), initialisers.keySet());
    this.input = ImageInput.of(model.getGraph(), initialisers.keySet());
  }

  /**
   * Checks a parsed model.
   *
   * @param source where it came from, for messages
   * @param sha256 digest of the bytes that it was parsed from
   * @throws InputException naming the source and what is wrong with the model
   */
  public static OnnxFile of(ModelProto model, String source, Digest sha256) {
    return checked(model, source, sha256, true);
  }

  /** Checks a model that lies nowhere as it is; otherwise as {@link #of}. */
  static OnnxFile made(ModelProto model, String source, Digest sha256) {
    return checked(model, source, sha256, false);
  }

  private static OnnxFile checked(ModelProto model, String source, Digest sha256, boolean whole) {
    try {
      return new OnnxFile(source, sha256, model, whole);
    } catch (BadGraphException e) {
      throw new InputException(source + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, TensorProto> initialisersByName(GraphProto graph) {
    Map<String, TensorProto> found = new LinkedHashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      if (found.put(tensor.getName(), tensor) != null) {
        throw new BadGraphException(
            "two initialisers are named '" + tensor.getName() + "'; names must be unique");
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** Where the model came from, for messages. */
  public String source() {
    return source;
  }

  /** Digest of the bytes that the model was parsed from. */
  public Digest sha256() {
    return sha256;
  }

  /** Whether the bytes that it was parsed from are all of it. */
  public boolean whole() {
    return whole;
  }

  public ModelProto model() {
    return model;
  }

  /** Weights and constants by name, in the file's order. */
  public Map<String, TensorProto> initialisers() {
    return initialisers;
  }

  /** Every node after those whose results it reads; otherwise in the file's order. */
  public List<Node> nodes() {
    return nodes;
  }

  public ImageInput input() {
    return input;
  }

  /** Version of the standard operators. */
  public long opset() {
    return model.getOpsetImportList().stream()
        .filter(o -> Node.isStandard(o.getDomain()))
        .mapToLong(OperatorSetIdProto::getVersion)
        .findFirst()
        .orElse(0);
  }

  /** The file's own notes by key; the first of equal keys counts. */
  public Map<String, String> metadata() {
    Map<String, String> found = new LinkedHashMap<>();
    for (StringStringEntryProto entry : model.getMetadataPropsList()) {
      found.putIfAbsent(entry.getKey(), entry.getValue());
    }
    return Collections.unmodifiableMap(found);
  }

  /** Element types that the file declares for tensors by name, as ONNX numbers. */
  public Map<String, Integer> declaredTypes() {
    GraphProto graph = model.getGraph();
    return Stream.concat(graph.getValueInfoList().stream(), graph.getOutputList().stream())
        .filter(v -> v.getType().hasTensorType())
        .collect(Collectors.toMap(ValueInfoProto::getName, OnnxFile::elementType, (a, b) -> a));
  }

  private static int elementType(ValueInfoProto value) {
    return value.getType().getTensorType().getElemType();
  }
}
