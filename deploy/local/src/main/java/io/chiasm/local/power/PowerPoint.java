package io.chiasm.local.power;

/**
 * How often studies of so many participants show an effect of this size.
 *
 * @param effect true mean lateralisation, contra − ipsi score of models that know the responses'
 *     signal
 * @param power share of the made studies with p at most alpha
 * @param low of the 95 % interval of the power, for the number of made studies
 * @param high of the same
 * @param measured mean lateralisation that the studies measured
 * @param sd standard deviation between participants of what was measured
 */
public record PowerPoint(
    int participants,
    double effect,
    double power,
    double low,
    double high,
    double measured,
    double sd) {
  /** Cohen's d of the measured values. */
  public double dz() {
    return measured / sd;
  }
}
