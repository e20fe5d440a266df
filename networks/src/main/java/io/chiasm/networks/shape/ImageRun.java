package io.chiasm.networks.shape;

/**
 * How many images a network may get at once for a layer to have its values.
 *
 * @param batch images per run: {@link #ANY}, {@link #NONE} or exactly this many
 * @param reason why, in words; empty for any number
 */
public record ImageRun(int batch, String reason) {
  /** Images stay apart: each has the values that it has alone. */
  public static final int ANY = 0;

  /** The layer has no values that file and image decide. */
  public static final int NONE = -1;

  /** Any number of images. */
  public static final ImageRun FREE = new ImageRun(ANY, "");

  static ImageRun single(String reason) {
    return new ImageRun(1, reason);
  }

  static ImageRun none(String reason) {
    return new ImageRun(NONE, reason);
  }

  /** Whether the layer can be had at all. */
  public boolean possible() {
    return batch != NONE;
  }

  /** Whether images are run together in numbers that the network leaves open. */
  public boolean any() {
    return batch == ANY;
  }
}
