package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How a convolution or a pool steps along one axis.
 *
 * @param kernel elements per window
 * @param stride from one window to the next
 * @param dilation from one element of a window to the next
 * @param before padding before the first element
 * @param after padding after the last element
 */
record Window(long kernel, long stride, long dilation, long before, long after) {
  Window {
    if (kernel < 1 || stride < 1 || dilation < 1 || before < 0 || after < 0) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "kernel %d, stride %d, dilation %d, padding %d and %d: the first three must be"
                  + " positive, no padding negative",
              kernel,
              stride,
              dilation,
              before,
              after));
    }
  }

  /** Elements from a window's first to its last. */
  long span() {
    return Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
  }

  /**
   * How many windows fit.
   *
   * @param ceiling whether a last window may hang over the end, unless it starts there
   */
  long count(long extent, boolean ceiling) {
    long padded = Math.addExact(extent, Math.addExact(before, after));
    long room = padded - span();
    if (room < 0) {
      throw new BadGraphException(
          "a window of " + span() + " does not fit into " + padded + " elements");
    }
    if (!ceiling) {
      return room / stride + 1;
    }
    long windows = (room + stride - 1) / stride + 1;
    boolean beyond = Math.multiplyExact(windows - 1, stride) >= extent + before;
    return beyond ? windows - 1 : windows;
  }

  /** The windows of a node along every spatial axis. */
  static List<Window> of(Node node, List<Long> kernel, List<Long> extents) {
    int axes = extents.size();
    List<Long> strides = attribute(node, "strides", axes, 1);
    List<Long> dilations = attribute(node, "dilations", axes, 1);
    List<Long> pads = attribute(node, "pads", 2 * axes, 0);
    String auto = node.text("auto_pad", "NOTSET");
    List<Window> windows = new ArrayList<>();
    for (int a = 0; a < axes; a++) {
      long before = auto.equals("NOTSET") ? pads.get(a) : 0;
      long after = auto.equals("NOTSET") ? pads.get(axes + a) : 0;
      Window window = new Window(kernel.get(a), strides.get(a), dilations.get(a), before, after);
      windows.add(window.padded(auto, extents.get(a)));
    }
    return windows;
  }

  private static List<Long> attribute(Node node, String name, int length, long otherwise) {
    List<Long> values = node.integers(name).orElse(Collections.nCopies(length, otherwise));
    if (values.size() != length) {
      throw new BadGraphException(
          name + " has " + values.size() + " numbers, " + length + " are needed");
    }
    return values;
  }

  /** With the padding that keeps the extent (divided by the stride), as TensorFlow's SAME does. */
  private Window padded(String auto, long extent) {
    return switch (auto) {
      case "NOTSET", "VALID" -> this;
      case "SAME_UPPER", "SAME_LOWER" -> {
        long windows = (extent - 1) / stride + 1;
        long total =
            Math.max(0, Math.addExact(Math.multiplyExact(windows - 1, stride), span()) - extent);
        long less = total / 2;
        long more = total - less;
        yield auto.equals("SAME_UPPER")
            ? new Window(kernel, stride, dilation, less, more)
            : new Window(kernel, stride, dilation, more, less);
      }
      default -> throw new BadGraphException("auto_pad is '" + auto + "', which does not exist");
    };
  }
}
