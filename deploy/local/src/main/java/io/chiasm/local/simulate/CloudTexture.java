package io.chiasm.local.simulate;

/** Noise whose amplitude falls as 1/f, as in photographs, from five octaves of smooth noise. */
final class CloudTexture {
  private static final int OCTAVES = 5;
  private static final int COARSEST = 3;

  private final int side;
  private final float[] values;

  /** Values have about mean 0 and standard deviation 1. */
  CloudTexture(int side, Draws draws) {
    this.side = side;
    this.values = new float[side * side];
    double weight = 1.3;
    for (int octave = 0; octave < OCTAVES; octave++) {
      add(lattice(COARSEST << octave, draws), COARSEST << octave, weight);
      weight /= 2;
    }
  }

  /** The value at this pixel; coordinates beyond the side wrap around. */
  float at(int x, int y) {
    return values[Math.floorMod(y, side) * side + Math.floorMod(x, side)];
  }

  private static double[] lattice(int knots, Draws draws) {
    double[] lattice = new double[(knots + 1) * (knots + 1)];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = draws.normal();
    }
    return lattice;
  }

  private void add(double[] lattice, int knots, double weight) {
    for (int y = 0; y < side; y++) {
      double v = (double) y * knots / side;
      int row = (int) v;
      for (int x = 0; x < side; x++) {
        double u = (double) x * knots / side;
        int at = row * (knots + 1) + (int) u;
        double right = smooth(u - (int) u);
        double above = lattice[at] + right * (lattice[at + 1] - lattice[at]);
        int below = at + knots + 1;
        double under = lattice[below] + right * (lattice[below + 1] - lattice[below]);
        values[y * side + x] += (float) (weight * (above + smooth(v - row) * (under - above)));
      }
    }
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
