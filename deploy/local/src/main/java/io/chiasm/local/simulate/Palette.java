package io.chiasm.local.simulate;

/** Colours of one scene, scattered around a few that it has in common. */
final class Palette {
  private static final int COLOURS = 4;

  private final double[][] common = new double[COLOURS][];
  private final double scatter;

  Palette(Draws draws) {
    double exposure = draws.uniform(0.75, 1.1);
    double contrast = draws.uniform(0.15, 0.4);
    for (int i = 0; i < COLOURS; i++) {
      double light = Math.max(0.06, exposure * 0.5 + contrast * draws.normal());
      double warm = 0.18 * draws.normal();
      double green = 0.08 * draws.normal();
      common[i] = new double[] {light * (1 + warm), light * (1 + green), light * (1 - warm)};
    }
    scatter = draws.uniform(0.1, 0.3);
  }

  /** Red, green and blue on the scale 0 to 1. */
  double[] draw(Draws draws) {
    double[] base = common[draws.below(COLOURS)];
    double light = StrictMath.exp(scatter * draws.normal());
    double[] colour = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      colour[channel] = Math.max(0.02, base[channel] * light * (1 + 0.05 * draws.normal()));
    }
    return colour;
  }
}
