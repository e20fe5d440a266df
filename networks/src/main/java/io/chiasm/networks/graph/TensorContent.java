package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Numbers in and out of ONNX tensors. */
public final class TensorContent {
  private TensorContent() {}

  /** Product of the extents; 1 for a scalar. Checked tensors do not overflow. */
  public static long elements(TensorProto tensor) {
    return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
  }

  /** A tensor of float32 numbers, row-major. */
  public static TensorProto floats(String name, Iterable<Long> extents, float[] values) {
    return withFloats(TensorProto.newBuilder().setName(name).addAllDims(extents).build(), values);
  }

  /** A tensor of 64-bit whole numbers with one axis. */
  public static TensorProto integers(String name, List<Long> values) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(DataType.INT64_VALUE)
        .addDims(values.size())
        .addAllInt64Data(values)
        .build();
  }

  /** Whether the elements are whole numbers of 32 or 64 bits. */
  public static boolean isIntegral(TensorProto tensor) {
    return tensor.getDataType() == DataType.INT64_VALUE
        || tensor.getDataType() == DataType.INT32_VALUE;
  }

  /** The elements of a tensor of whole numbers, row-major. */
  public static List<Long> integers(TensorProto tensor) {
    boolean wide = tensor.getDataType() == DataType.INT64_VALUE;
    if (!tensor.hasRawData()) {
      return wide
          ? tensor.getInt64DataList()
          : tensor.getInt32DataList().stream().map(Integer::longValue).toList();
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    List<Long> values = new ArrayList<>();
    while (raw.hasRemaining()) {
      values.add(wide ? raw.getLong() : (long) raw.getInt());
    }
    return values;
  }

  /** The same tensor with other float32 numbers, row-major, stored as raw bytes. */
  public static TensorProto withFloats(TensorProto tensor, float[] values) {
    ByteBuffer raw =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor.toBuilder()
        .clearFloatData()
        .setDataType(DataType.FLOAT_VALUE)
        .setRawData(UnsafeByteOperations.unsafeWrap(raw)) // The buffer is nobody else's.
        .build();
  }
}
