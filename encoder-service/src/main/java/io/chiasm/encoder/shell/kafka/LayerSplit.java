package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.split.Split;

/** A study's split of one layer's activations. */
final class LayerSplit {
  /** Seed of the controls that draw halves, the same in every study. */
  private static final long SEED = 0;

  private LayerSplit() {}

  /**
   * @param activation {@code [channel, row, column]}; for the split of the image the channels of
   *     the left half's pass and then those of the right half's
   * @throws InputException if the layer has no two rows or channels to share out
   */
  static Split of(SplitName name, Shape activation) {
    int channels = Math.toIntExact(activation.extent(0));
    int rows = Math.toIntExact(activation.extent(1));
    int columns = Math.toIntExact(activation.extent(2));
    return switch (name) {
      case FEATURES, JOINT, ARCHITECTURE -> Split.hemifields(channels, rows, columns);
      case MIRRORED -> Split.hemifields(channels, rows, columns).swapped();
      case IMAGE -> passes(channels * rows * columns / 2);
      case UPPER_LOWER -> {
        atLeastTwo(name, rows, "row");
        yield Split.upperLower(channels, rows, columns);
      }
      case RANDOM -> Split.random(channels, rows, columns, SEED);
      case CHANNELS -> {
        atLeastTwo(name, channels, "channel");
        yield Split.channels(channels, rows, columns, SEED);
      }
    };
  }

  private static Split passes(int featuresOfOne) {
    return Split.sideBySide(featuresOfOne, 0, featuresOfOne);
  }

  private static void atLeastTwo(SplitName name, int count, String what) {
    if (count < 2) {
      throw new InputException(
          "split %s: the layer has one %s and nothing to share out; take the control out, or name"
                  .formatted(name.label(), what)
              + " another layer");
    }
  }
}
