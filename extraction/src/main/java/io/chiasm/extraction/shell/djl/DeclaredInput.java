package io.chiasm.extraction.shell.djl;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.image.RgbImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a graph says of its input, read from the file since DJL does not tell.
 *
 * @param extents of the axes; -1 where the graph takes any
 */
record DeclaredInput(List<Long> extents) {
  private static final int RANK = 4;
  private static final long ANY = -1;

  DeclaredInput {
    extents = List.copyOf(extents);
  }

  /** The input of that name; an input without a shape takes anything. */
  static DeclaredInput of(LoadedNetwork network, String name) {
    return parse(network).getGraph().getInputList().stream()
        .filter(input -> input.getName().equals(name))
        .map(input -> input.getType().getTensorType())
        .filter(OnnxMl.TypeProto.Tensor::hasShape)
        .findFirst()
        .map(type -> new DeclaredInput(extents(type)))
        .orElse(new DeclaredInput(List.of(ANY, ANY, ANY, ANY)));
  }

  /** The batch size that the graph was exported for, or 0 if it takes any. */
  int fixedBatch() {
    return Math.toIntExact(Math.max(0, extents.get(0)));
  }

  /** Refuses a graph for other images than the network is said to take. */
  void check(LoadedNetwork network) {
    boolean fits =
        extents.size() == RANK
            && takes(1, RgbImage.CHANNELS)
            && takes(2, network.height())
            && takes(3, network.width());
    if (!fits) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "network %s takes input of shape %s (-1: any); photographs come as [-1, %d, %d, %d]",
              network.name(),
              extents,
              RgbImage.CHANNELS,
              network.height(),
              network.width()));
    }
  }

  private boolean takes(int axis, long extent) {
    return extents.get(axis) == ANY || extents.get(axis) == extent;
  }

  private static List<Long> extents(OnnxMl.TypeProto.Tensor type) {
    return type.getShape().getDimList().stream()
        .map(axis -> axis.hasDimValue() && axis.getDimValue() > 0 ? axis.getDimValue() : ANY)
        .toList();
  }

  private static OnnxMl.ModelProto parse(LoadedNetwork network) {
    try {
      // Weights stay where they are, in the bytes.
      CodedInputStream in = UnsafeByteOperations.unsafeWrap(network.graph()).newCodedInput();
      in.enableAliasing(true);
      return OnnxMl.ModelProto.parseFrom(in);
    } catch (IOException e) {
      throw new InputException(
          "network " + network.name() + " is no ONNX model: " + e.getMessage(), e);
    }
  }
}
