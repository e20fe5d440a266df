package io.chiasm.extraction.preprocess;

import io.chiasm.contracts.message.InputVariant;
import java.util.Arrays;

/** Columns of a normalised input under a variant; the mean colour is 0 there. */
final class InputColumns {
  private InputColumns() {}

  /**
   * Applies the variant in place to one row of the normalised input.
   *
   * @param values {@code [channel, row, column]} of one or more images
   * @param from index of the row's first column
   * @param width columns of the row
   */
  static void apply(InputVariant variant, float[] values, int from, int width) {
    switch (variant) {
      case PLAIN -> {}
      case MIRRORED -> mirror(values, from, from + width - 1);
      case LEFT_ONLY -> clear(values, from + width / 2, from + width);
      case RIGHT_ONLY -> clear(values, from, from + (width + 1) / 2);
    }
  }

  private static void clear(float[] values, int from, int to) {
    Arrays.fill(values, from, to, 0);
  }

  private static void mirror(float[] values, int first, int last) {
    for (int left = first, right = last; left < right; left++, right--) {
      float kept = values[left];
      values[left] = values[right];
      values[right] = kept;
    }
  }
}
