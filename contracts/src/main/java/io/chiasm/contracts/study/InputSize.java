package io.chiasm.contracts.study;

/**
 * Size of the images that a network gets, in pixels.
 *
 * @param height rows, from 1 to {@value #MOST}
 * @param width columns, from 1 to {@value #MOST}
 */
public record InputSize(int height, int width) {
  /** Far above any classifier's. */
  public static final int MOST = 8192;

  public InputSize {
    if (height < 1 || height > MOST || width < 1 || width > MOST) {
      throw new IllegalArgumentException(
          "input size " + height + " x " + width + " is not within 1 to " + MOST);
    }
  }
}
