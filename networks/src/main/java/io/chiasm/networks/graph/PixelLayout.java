package io.chiasm.networks.graph;

import java.util.List;

/** Where a network's input keeps colour, rows and columns; the first axis is always the images. */
public enum PixelLayout {
  /** {@code [image, channel, row, column]}, as torch exports it. */
  NCHW(1, 2, 3),
  /** {@code [image, row, column, channel]}, as TensorFlow and Keras export it. */
  NHWC(3, 1, 2);

  private final int channelAxis;
  private final int rowAxis;
  private final int columnAxis;

  PixelLayout(int channelAxis, int rowAxis, int columnAxis) {
    this.channelAxis = channelAxis;
    this.rowAxis = rowAxis;
    this.columnAxis = columnAxis;
  }

  public int channelAxis() {
    return channelAxis;
  }

  public int rowAxis() {
    return rowAxis;
  }

  public int columnAxis() {
    return columnAxis;
  }

  /** For every axis of this layout the axis of {@link #NCHW} that it is. */
  public List<Long> fromChannelsFirst() {
    return this == NCHW ? List.of(0L, 1L, 2L, 3L) : List.of(0L, 2L, 3L, 1L);
  }
}
