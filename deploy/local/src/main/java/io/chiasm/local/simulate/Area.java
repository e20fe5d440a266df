package io.chiasm.local.simulate;

/**
 * An area of the made cortex. Receptive fields grow and cross into the other hemifield along the
 * hierarchy; the numbers are of the size that is measured in people.
 */
enum Area {
  V1V(0.11, 1, 1, 0, Quarter.UPPER, 0.30, 0.07, 0.02, 0.80, -0.35, -0.15, 1.0),
  V1D(0.11, 2, 1, 0, Quarter.LOWER, 0.30, 0.07, 0.02, 0.80, -0.35, 0.15, 1.0),
  V2V(0.08, 3, 1, 0, Quarter.UPPER, 0.40, 0.10, 0.05, 0.78, -0.3, -0.4, 1.0),
  V2D(0.08, 4, 1, 0, Quarter.LOWER, 0.40, 0.10, 0.05, 0.78, -0.3, 0.4, 1.0),
  V3V(0.06, 5, 1, 0, Quarter.UPPER, 0.50, 0.14, 0.10, 0.75, -0.2, -0.6, 0.9),
  V3D(0.06, 6, 1, 0, Quarter.LOWER, 0.50, 0.14, 0.10, 0.75, -0.1, 0.6, 0.9),
  HV4(0.09, 7, 2, 0, Quarter.BOTH, 0.70, 0.22, 0.20, 0.72, 0.1, -0.8, 0.85),
  LO(0.09, 0, 3, 0, Quarter.BOTH, 0.90, 0.30, 0.30, 0.66, 0.75, -0.1, 0.9),
  V3AB(0.07, 0, 4, 0, Quarter.BOTH, 0.90, 0.25, 0.20, 0.66, 0.25, 0.85, 0.75),
  VO(0.06, 0, 5, 0, Quarter.BOTH, 1.00, 0.30, 0.35, 0.64, -0.25, -0.95, 0.5),
  PPA(0.06, 0, 5, 2, Quarter.BOTH, 1.10, 0.32, 0.38, 0.64, -0.3, -1.0, 0.05),
  TO(0.07, 0, 6, 0, Quarter.BOTH, 1.30, 0.38, 0.45, 0.60, 1.0, -0.05, 0.35),
  OPA(0.06, 0, 7, 1, Quarter.BOTH, 1.20, 0.34, 0.38, 0.62, 0.7, 0.6, 0.65);

  private final double share;
  private final int visual;
  private final int stream;
  private final int places;
  private final Quarter quarter;
  private final double sigma;
  private final double sigmaPerDegree;
  private final double bilateral;
  private final double ceiling;
  private final double lateral;
  private final double anterior;
  private final double dorsal;

  Area(
      double share,
      int visual,
      int stream,
      int places,
      Quarter quarter,
      double sigma,
      double sigmaPerDegree,
      double bilateral,
      double ceiling,
      double lateral,
      double dorsal,
      double posterior) {
    this.share = share;
    this.visual = visual;
    this.stream = stream;
    this.places = places;
    this.quarter = quarter;
    this.sigma = sigma;
    this.sigmaPerDegree = sigmaPerDegree;
    this.bilateral = bilateral;
    this.ceiling = ceiling;
    double length = Math.sqrt(lateral * lateral + dorsal * dorsal + posterior * posterior);
    this.lateral = lateral / length;
    this.anterior = -posterior / length;
    this.dorsal = dorsal / length;
  }

  /** Share of a hemisphere's vertices; shares sum to 1. */
  double share() {
    return share;
  }

  /** Id in this ROI class, 0 for none. */
  int id(RoiClass roiClass) {
    return switch (roiClass) {
      case VISUAL -> visual;
      case STREAMS -> stream;
      case PLACES -> places;
    };
  }

  /** The part of the hemifield that the area represents. */
  Quarter quarter() {
    return quarter;
  }

  /** Mean size of receptive fields in degrees at this eccentricity in degrees. */
  double sigma(double eccentricity) {
    return sigma + sigmaPerDegree * eccentricity;
  }

  /** Mean weight of the mirror-image receptive field. */
  double bilateral() {
    return bilateral;
  }

  /** Mean correlation of a response with its noise-free part. */
  double ceiling() {
    return ceiling;
  }

  /**
   * Cosine of the angle between where the area lies on the cortex, roughly as in people, and a
   * direction: lateral, anterior, dorsal, of length one.
   */
  double nearness(double[] direction) {
    return lateral * direction[0] + anterior * direction[1] + dorsal * direction[2];
  }

  /** Part of a hemifield: ventral areas see the upper quarter, dorsal ones the lower. */
  enum Quarter {
    UPPER(0, 90),
    LOWER(-90, 0),
    BOTH(-90, 90);

    private final double from;
    private final double to;

    Quarter(double from, double to) {
      this.from = from;
      this.to = to;
    }

    /** A polar angle in radians from the horizontal meridian, upwards. */
    double angle(Draws draws) {
      return StrictMath.toRadians(draws.uniform(from, to));
    }
  }
}
