package io.chiasm.local.simulate;

/** One occluding surface of a scene: an ellipse or a rectangle with a colour and a texture. */
final class Leaf {
  /** Sides of a leaf relative to the image: from fine detail to whole objects. */
  private static final double SMALLEST = 0.03;

  private static final double LARGEST = 0.45;

  private final boolean round;
  private final double centreX;
  private final double centreY;
  private final double halfWidth;
  private final double halfHeight;
  private final double cos;
  private final double sin;
  private final double[] colour;
  private final double grain;
  private final double stripes;
  private final double stripeContrast;
  private final double shading;
  private final int shiftX;
  private final int shiftY;

  Leaf(int side, Palette palette, Draws draws) {
    round = draws.uniform() < 0.65;
    centreX = draws.uniform(0, side);
    centreY = draws.uniform(0, side);
    double radius = powerLaw(draws.uniform()) * side;
    double elongation = StrictMath.exp(0.35 * draws.normal());
    halfWidth = radius * elongation;
    halfHeight = radius / elongation;
    double angle = draws.uniform(0, Math.PI);
    cos = StrictMath.cos(angle);
    sin = StrictMath.sin(angle);
    colour = palette.draw(draws);
    grain = draws.uniform() < 0.5 ? draws.uniform(0.02, 0.16) : 0.01;
    stripes = 2 * Math.PI / side * draws.uniform(10, 48);
    stripeContrast = draws.uniform() < 0.35 ? draws.uniform(0.05, 0.2) : 0;
    shading = draws.uniform(-0.15, 0.15);
    shiftX = draws.below(side);
    shiftY = draws.below(side);
  }

  /** Paints over what is there. */
  void paint(float[] rgb, int side, CloudTexture clouds) {
    int reach = (int) Math.ceil(Math.hypot(halfWidth, halfHeight));
    int top = Math.max(0, (int) centreY - reach);
    int bottom = Math.min(side - 1, (int) centreY + reach);
    int left = Math.max(0, (int) centreX - reach);
    int right = Math.min(side - 1, (int) centreX + reach);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double along = (cos * (x - centreX) + sin * (y - centreY)) / halfWidth;
        double across = (cos * (y - centreY) - sin * (x - centreX)) / halfHeight;
        if (covers(along, across)) {
          paint(rgb, 3 * (y * side + x), along, clouds.at(x + shiftX, y + shiftY));
        }
      }
    }
  }

  private boolean covers(double along, double across) {
    return round
        ? along * along + across * across < 1
        : Math.abs(along) < 0.9 && Math.abs(across) < 0.9;
  }

  private void paint(float[] rgb, int at, double along, float cloud) {
    double light = 1 + shading * along + grain * cloud;
    if (stripeContrast > 0) {
      light += stripeContrast * StrictMath.signum(wave(along * halfWidth * stripes));
    }
    for (int channel = 0; channel < 3; channel++) {
      rgb[at + channel] = (float) (colour[channel] * light);
    }
  }

  /** A triangle wave of period 2π: stripes need no sine. */
  private static double wave(double phase) {
    double turns = phase / (2 * Math.PI);
    return 4 * Math.abs(turns - Math.floor(turns + 0.5)) - 1;
  }

  /**
   * Radii fall off as r⁻³, which makes images scale-invariant (Lee, Mumford and Huang 2001,
   * doi:10.1023/A:1011109015675).
   */
  private static double powerLaw(double uniform) {
    double small = 1 / (SMALLEST * SMALLEST);
    double large = 1 / (LARGEST * LARGEST);
    return 1 / Math.sqrt(small - uniform * (small - large));
  }
}
