package io.chiasm.report.colour;

import java.util.List;

/**
 * Colours that stay apart for colour-blind readers, in print and in grey: they differ in lightness
 * first. The set for categories is Okabe and Ito's, https://jfly.uni-koeln.de/color/, reordered.
 */
public final class Palette {
  /** Few to many, light to dark. */
  public static final List<String> COUNTS =
      List.of("#d3e3ef", "#a9c9e0", "#78a9cd", "#4486b5", "#00538a", "#002b4a");

  /** Dark to light, after Matplotlib's viridis. */
  private static final List<String> STEPS =
      List.of("#3b1c5c", "#33508c", "#21838d", "#3fb277", "#9fd33f", "#f3e25b");

  private static final List<String> CATEGORIES =
      List.of(
          "#00538a", "#f2cf7e", "#d55e00", "#56b4e9", "#009e73", "#cc79a7", "#333333", "#c9c9c9");

  private Palette() {}

  /** Colour of the i-th of several in an order, the first darkest. */
  public static String step(int index, int steps) {
    int last = STEPS.size() - 1;
    return steps < 2 ? STEPS.get(0) : STEPS.get(Math.round((float) index * last / (steps - 1)));
  }

  /** Colour of the i-th of at most {@link #categories()}, in no order. */
  public static String category(int index) {
    return CATEGORIES.get(index % CATEGORIES.size());
  }

  /** How many have a colour of their own. */
  public static int categories() {
    return CATEGORIES.size();
  }
}
