package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one input of a network: photographs {@code [image, channel, row, column]}, red first.
 *
 * @param name of the tensor
 * @param size rows and columns; null where the file leaves one of them open
 * @param batch how many images the file runs at once; 0 where it leaves that open
 */
public record ImageInput(String name, @Nullable ImageSize size, long batch) {
  private static final int CHANNELS = 3;

  /**
   * The graph's image input.
   *
   * @param initialisers names of the weights, which old files list among the inputs
   * @throws BadGraphException unless there is exactly one, float32, {@code [N, 3, H, W]}
   */
  static ImageInput of(GraphProto graph, Set<String> initialisers) {
    List<ValueInfoProto> inputs =
        graph.getInputList().stream().filter(i -> !initialisers.contains(i.getName())).toList();
    if (inputs.size() != 1) {
      String names = inputs.stream().map(ValueInfoProto::getName).collect(Collectors.joining(", "));
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "has %d inputs (%s); a network here has one, the image [N, 3, H, W]",
              inputs.size(),
              names));
    }
    return of(inputs.get(0));
  }

  private static ImageInput of(ValueInfoProto input) {
    String name = "input '" + input.getName() + "'";
    TypeProto.Tensor type = input.getType().getTensorType();
    if (!input.getType().hasTensorType() || type.getElemType() != DataType.FLOAT_VALUE) {
      throw new BadGraphException(
          name + " is " + typeName(type.getElemType()) + "; export the network in float32");
    }
    List<Dimension> dims = type.getShape().getDimList();
    String shape = describe(dims);
    if (dims.size() != 4) {
      throw new BadGraphException(name + " has shape " + shape + "; needed is [N, 3, H, W]");
    }
    requireChannels(name, shape, dims);
    return new ImageInput(input.getName(), size(name, dims), dims.get(0).getDimValue());
  }

  private static void requireChannels(String name, String shape, List<Dimension> dims) {
    if (dims.get(1).getDimValue() == CHANNELS) {
      return;
    }
    boolean channelsLast = dims.get(3).getDimValue() == CHANNELS;
    throw new BadGraphException(
        name
            + " has shape "
            + shape
            + (channelsLast ? ", channels last (NHWC)" : "")
            + "; needed is channels first with red, green and blue, [N, 3, H, W]");
  }

  private static @Nullable ImageSize size(String name, List<Dimension> dims) {
    long height = dims.get(2).getDimValue();
    long width = dims.get(3).getDimValue();
    if (height < 0 || height > ImageSize.MAX || width < 0 || width > ImageSize.MAX) {
      throw new BadGraphException(
          name + " has impossible extents " + describe(dims) + "; at most " + ImageSize.MAX);
    }
    return height == 0 || width == 0 ? null : new ImageSize((int) height, (int) width);
  }

  private static String describe(List<Dimension> dims) {
    return dims.stream()
        .map(d -> d.hasDimValue() ? Long.toString(d.getDimValue()) : "?" + d.getDimParam())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String typeName(int type) {
    DataType known = DataType.forNumber(type);
    return known == null ? "of unknown type" : known.name().toLowerCase(java.util.Locale.ROOT);
  }
}
