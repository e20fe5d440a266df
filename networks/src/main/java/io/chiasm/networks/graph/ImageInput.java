package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one input of a network: photographs, red first, as the file declares them.
 *
 * @param name of the tensor
 * @param layout order of its axes
 * @param type ONNX number of its element type, one of {@link NumberKind#isReal}
 * @param batch how many images the file runs at once; 0 where it leaves that open
 * @param height rows in pixels; 0 where the file leaves them open
 * @param width columns in pixels; 0 where the file leaves them open
 */
public record ImageInput(
    String name, PixelLayout layout, int type, long batch, long height, long width) {
  /** More images at once are no use, and cost memory for every worker. */
  static final int MAX_BATCH = 1024;

  private static final int CHANNELS = 3;
  private static final int RANK = 4;
  private static final String NEEDED = "[N, 3, H, W] or, channels last, [N, H, W, 3]";

  /**
   * The graph's image input.
   *
   * @param initialisers names of the weights, which old files list among the inputs
   * @throws BadGraphException unless there is exactly one, of fractions, {@code [N, 3, H, W]} or
   *     {@code [N, H, W, 3]}
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
    if (!input.getType().hasTensorType()) {
      throw new BadGraphException(name + " is no tensor; needed is the image " + NEEDED);
    }
    TypeProto.Tensor type = input.getType().getTensorType();
    requireReal(name, type.getElemType());
    List<Dimension> dims = type.getShape().getDimList();
    if (dims.size() != RANK) {
      throw new BadGraphException(
          name + " has shape " + describe(dims) + "; needed is the image " + NEEDED);
    }
    PixelLayout layout = layout(name, dims);
    return new ImageInput(
        input.getName(),
        layout,
        type.getElemType(),
        extent(name, dims, 0, MAX_BATCH),
        extent(name, dims, layout.rowAxis(), ImageSize.MAX),
        extent(name, dims, layout.columnAxis(), ImageSize.MAX));
  }

  private static void requireReal(String name, int type) {
    if (!NumberKind.isReal(type)) {
      throw new BadGraphException(
          name
              + " is "
              + NumberKind.name(type)
              + "; export the network with a float32 input, whose normalisation Chiasm does");
    }
  }

  /** Colour is first unless only the last axis can hold it. */
  private static PixelLayout layout(String name, List<Dimension> dims) {
    long first = dims.get(PixelLayout.NCHW.channelAxis()).getDimValue();
    long last = dims.get(PixelLayout.NHWC.channelAxis()).getDimValue();
    if (first == CHANNELS) {
      return PixelLayout.NCHW;
    }
    if (last == CHANNELS) {
      return PixelLayout.NHWC;
    }
    throw new BadGraphException(
        "%s has shape %s; needed is a photograph with red, green and blue, %s"
            .formatted(name, describe(dims), NEEDED));
  }

  /** An extent; exporters write 0 or -1 where it is open. */
  private static long extent(String name, List<Dimension> dims, int axis, long most) {
    long value = dims.get(axis).getDimValue();
    if (value < -1 || value > most) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "%s has impossible extents %s; axis %d may be at most %d",
              name,
              describe(dims),
              axis,
              most));
    }
    return Math.max(0, value);
  }

  /** Rows and columns; null where the file leaves one of them open. */
  public @Nullable ImageSize size() {
    return height == 0 || width == 0 ? null : new ImageSize((int) height, (int) width);
  }

  /** Whether the graph takes images of this size. */
  public boolean takes(ImageSize size) {
    return (height == 0 || height == size.height()) && (width == 0 || width == size.width());
  }

  /** Rows and columns for messages, {@code ?} where open. */
  public String describeSize() {
    return (height == 0 ? "?" : height) + " x " + (width == 0 ? "?" : width);
  }

  private static String describe(List<Dimension> dims) {
    return dims.stream()
        .map(d -> d.hasDimValue() ? Long.toString(d.getDimValue()) : "?" + d.getDimParam())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
