package io.chiasm.local.power;

/**
 * The 95 % score interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953): all shares
 * p with {@code |x − p| ≤ z √(p (1 − p) / n)}, where x is the share that was counted.
 */
record WilsonInterval(double low, double high) {
  private static final double Z = 1.959963984540054;

  static WilsonInterval of(int counted, int all) {
    double share = (double) counted / all;
    double square = Z * Z / all;
    double centre = (share + square / 2) / (1 + square);
    double reach = Z / (1 + square) * Math.sqrt(share * (1 - share) / all + square / (4.0 * all));
    return new WilsonInterval(
        counted == 0 ? 0 : centre - reach, counted == all ? 1 : centre + reach);
  }
}
