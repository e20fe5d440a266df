package io.chiasm.networks.builtin;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.shape.Layer;

/** A feature map in the order of axes in which the graph itself keeps it. */
final class AsKept {
  private AsKept() {}

  static FloatTensor of(Layer layer, FloatTensor read) {
    if (!layer.storage().axes().equals("[row, column, channel]")) {
      return read;
    }
    int channels = (int) read.shape().extent(1);
    int positions = (int) (read.shape().extent(2) * read.shape().extent(3));
    float[] values = new float[read.values().length];
    for (int i = 0; i < values.length; i++) {
      int image = i / (channels * positions);
      int channel = i / positions % channels;
      int position = i % positions;
      values[(image * positions + position) * channels + channel] = read.values()[i];
    }
    return new FloatTensor(
        Shape.of(read.shape().extent(0), read.shape().extent(2), read.shape().extent(3), channels),
        values);
  }
}
