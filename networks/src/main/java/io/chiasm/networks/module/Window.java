package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.networks.construction.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * How a convolution or pool looks at a map.
 *
 * @param rows of its kernel
 * @param columns of its kernel
 * @param stride from one position to the next, the same along both
 * @param rowPadding before the first row and after the last
 * @param columnPadding before the first column and after the last
 */
public record Window(int rows, int columns, int stride, int rowPadding, int columnPadding) {
  /** A square kernel with stride 1 and padding that keeps the size of odd kernels. */
  public static Window same(int kernel) {
    return same(kernel, 1);
  }

  /** A square kernel with padding {@code (kernel - 1) / 2}. */
  public static Window same(int kernel, int stride) {
    return of(kernel, stride, (kernel - 1) / 2);
  }

  /** A square kernel. */
  public static Window of(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, padding, padding);
  }

  /** A kernel of odd extents with stride 1 and padding that keeps the size. */
  public static Window rectangle(int rows, int columns) {
    return new Window(rows, columns, 1, (rows - 1) / 2, (columns - 1) / 2);
  }

  List<AttributeProto> attributes() {
    return new ArrayList<>(
        List.of(
            Attributes.integers("kernel_shape", rows, columns),
            Attributes.integers("pads", rowPadding, columnPadding, rowPadding, columnPadding),
            Attributes.integers("strides", stride, stride)));
  }
}
