package io.chiasm.report.colour;

/**
 * A colour scale symmetric about zero: blue below, red above, light in the middle; after
 * ColorBrewer's RdBu, https://colorbrewer2.org/, which colour-blind readers can tell apart.
 *
 * @param limit value of the end colours; what lies beyond has them too
 * @param threshold smaller absolute values have no colour
 */
public record Diverging(double limit, double threshold) {
  private static final int[] BELOW = {0xf7f7f7, 0xd1e5f0, 0x92c5de, 0x4393c3, 0x2166ac, 0x053061};
  private static final int[] ABOVE = {0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f};

  public Diverging {
    if (!(limit > 0) || !(threshold >= 0) || threshold >= limit) {
      throw new IllegalArgumentException("limit " + limit + ", threshold " + threshold);
    }
  }

  /** Whether the value has a colour. */
  public boolean shows(double value) {
    return Math.abs(value) >= threshold;
  }

  /** {@code 0xRRGGBB}. */
  public int colour(double value) {
    int[] scale = value < 0 ? BELOW : ABOVE;
    double place = Math.min(1, Math.abs(value) / limit) * (scale.length - 1);
    int below = Math.min((int) place, scale.length - 2);
    return mixed(scale[below], scale[below + 1], place - below);
  }

  private static int mixed(int one, int other, double share) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double part = (one >> shift & 0xff) * (1 - share) + (other >> shift & 0xff) * share;
      colour |= (int) Math.round(part) << shift;
    }
    return colour;
  }
}
