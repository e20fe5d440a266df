package io.chiasm.report.figure;

import java.util.List;

/**
 * Colours that stay apart for colour-blind readers, in print and in grey: they differ in lightness
 * first. The set for networks is Okabe and Ito's, https://jfly.uni-koeln.de/color/, reordered.
 */
public final class Palette {
  static final String FULL = "#9a9a9a";
  static final String CONTRA = "#00538a";
  static final String IPSI = "#f2cf7e";
  static final String CEILING = "#ffffff";
  static final String LOWER_BOUND = "#d6d6d6";
  static final String LEFT = "#5b2a86";
  static final String RIGHT = "#e8a33d";

  /** Two studies side by side. */
  static final String STUDY_A = "#9fd0ee";

  static final String STUDY_B = "#b8460b";

  /** Few to many, light to dark. */
  static final List<String> COUNTS =
      List.of("#d3e3ef", "#a9c9e0", "#78a9cd", "#4486b5", "#00538a", "#002b4a");

  /** Dark to light, after Matplotlib's viridis. */
  private static final List<String> DEPTH =
      List.of("#3b1c5c", "#33508c", "#21838d", "#3fb277", "#9fd33f", "#f3e25b");

  private static final List<String> NETWORKS =
      List.of(
          "#00538a", "#f2cf7e", "#d55e00", "#56b4e9", "#009e73", "#cc79a7", "#333333", "#c9c9c9");

  private Palette() {}

  /** Colour of the i-th of several layers, the earliest darkest. */
  public static String depth(int index, int layers) {
    int last = DEPTH.size() - 1;
    return layers < 2 ? DEPTH.get(0) : DEPTH.get(Math.round((float) index * last / (layers - 1)));
  }

  /** Colour of the i-th of at most {@link #networks()} networks. */
  public static String network(int index) {
    return NETWORKS.get(index % NETWORKS.size());
  }

  static int networks() {
    return NETWORKS.size();
  }
}
