package io.chiasm.report.statistics;

/**
 * One person against a small group, who is treated as a sample of one: {@code t = (x − m) / (s √((n
 * + 1) / n))} with n − 1 degrees of freedom. Crawford and Howell (1998),
 * doi:10.1076/clin.12.4.482.7241.
 *
 * <p>The group is taken for a sample of a normal population.
 *
 * @param value of the case
 * @param n size of the group, at least 2
 * @param mean of the group
 * @param sd of the group, with {@code n − 1}
 * @param t NaN where all of the group have one value
 * @param p two-sided
 * @param below estimated share of the population whose value is below the case's
 */
public record SingleCase(
    double value, int n, double mean, double sd, double t, double p, double below) {
  /**
   * @throws IllegalArgumentException if the group has fewer than two values
   */
  public static SingleCase of(double value, Sample group) {
    if (group.n() < 2) {
      throw new IllegalArgumentException("a group of " + group.n());
    }
    double sd = group.sd();
    double t =
        sd > 0
            ? (value - group.mean()) / (sd * Math.sqrt((group.n() + 1.0) / group.n()))
            : Double.NaN;
    double inside = StudentT.within(Math.abs(t), group.n() - 1);
    return new SingleCase(
        value, group.n(), group.mean(), sd, t, 1 - inside, 0.5 + Math.copySign(inside, t) / 2);
  }

  /** Distance from the group's mean in its standard deviations; NaN where it has none. */
  public double z() {
    return sd > 0 ? (value - mean) / sd : Double.NaN;
  }
}
