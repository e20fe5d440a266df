package io.chiasm.networks.graph;

/**
 * The left and the right part of an image's columns.
 *
 * @param width columns of the image
 * @param columns of each part
 */
record Halves(int width, int columns) {
  /**
   * @param shared whether the middle column of an odd width is in both parts, or in neither
   */
  static Halves of(int width, boolean shared) {
    Halves halves = new Halves(width, (shared ? width + 1 : width) / 2);
    if (halves.columns < 1) {
      throw new BadGraphException("an image of one column has no halves");
    }
    return halves;
  }

  /** First column of the right part. */
  int right() {
    return width - columns;
  }
}
