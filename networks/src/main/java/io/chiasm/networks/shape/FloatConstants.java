package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.TensorContent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short lists of float32 numbers that a file holds, such as factors of enlargement. */
final class FloatConstants {
  private static final int MOST = 64;

  private final Map<String, TensorProto> tensors;

  FloatConstants(OnnxFile file) {
    tensors = new HashMap<>(file.initialisers());
    for (Node node : file.nodes()) {
      if (node.operator().equals("Constant")) {
        node.tensor("value").ifPresent(t -> tensors.put(node.output(0), t));
      }
    }
  }

  /** The numbers of a tensor, row-major; null if it is no such list. */
  @Nullable List<Float> of(String name) {
    TensorProto tensor = tensors.get(name);
    if (tensor == null
        || tensor.getDataType() != DataType.FLOAT_VALUE
        || TensorContent.elements(tensor) > MOST) {
      return null;
    }
    if (!tensor.hasRawData()) {
      return tensor.getFloatDataList();
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    List<Float> values = new ArrayList<>();
    while (raw.hasRemaining()) {
      values.add(raw.getFloat());
    }
    return values;
  }
}
