package io.chiasm.extractor.preprocess;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is done to the input's columns after everything else. The mean colour is 0 once normalised.
 */
public enum InputVariant {
  /** Nothing. */
  PLAIN,
  /** Left and right exchanged. */
  MIRRORED,
  /** Only columns {@code w < floor(W/2)} kept; the mean colour elsewhere. */
  LEFT_ONLY,
  /** Only columns {@code w >= ceil(W/2)} kept; the mean colour elsewhere. */
  RIGHT_ONLY;

  /** Lower-case name with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Applies the variant in place to one row of the normalised input.
   *
   * @param values {@code [channel, row, column]} of one or more images
   * @param from index of the row's first column
   * @param width columns of the row
   */
  void apply(float[] values, int from, int width) {
    switch (this) {
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
