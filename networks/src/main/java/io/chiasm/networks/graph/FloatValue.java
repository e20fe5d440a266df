package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.chiasm.contracts.tensor.Shape;

/** Declarations of float32 inputs and outputs. */
public final class FloatValue {
  /** Name of the open first extent, the number of images. */
  public static final String BATCH = "N";

  private FloatValue() {}

  /** A tensor whose extents are not declared. */
  public static ValueInfoProto of(String name) {
    return declared(name, TypeProto.Tensor.newBuilder());
  }

  /**
   * A tensor with one entry per image.
   *
   * @param perImage extents without the first axis, the images; 0 is open
   */
  public static ValueInfoProto of(String name, Shape perImage) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(BATCH));
    for (int axis = 0; axis < perImage.rank(); axis++) {
      Dimension.Builder dim = shape.addDimBuilder();
      if (perImage.extent(axis) == 0) {
        dim.setDimParam("axis" + (axis + 1));
      } else {
        dim.setDimValue(perImage.extent(axis));
      }
    }
    return declared(name, TypeProto.Tensor.newBuilder().setShape(shape));
  }

  private static ValueInfoProto declared(String name, TypeProto.Tensor.Builder type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type.setElemType(DataType.FLOAT_VALUE)))
        .build();
  }
}
