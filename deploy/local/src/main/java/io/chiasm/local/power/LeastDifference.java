package io.chiasm.local.power;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest lateralisation that so many participants show with the power wanted; between two
 * simulated effects it is taken from the straight line.
 *
 * @param p the smallest that the participants can reach
 * @param effect true mean lateralisation; null if none that was tried is shown
 * @param measured mean lateralisation that is measured then; null likewise
 * @param dz Cohen's d of what is measured; null likewise
 */
public record LeastDifference(
    int participants,
    double p,
    @Nullable Double effect,
    @Nullable Double measured,
    @Nullable Double dz) {
  /**
   * @param points of these participants, effects ascending
   */
  static LeastDifference of(int participants, double p, List<PowerPoint> points, double wanted) {
    for (int i = 0; i < points.size(); i++) {
      PowerPoint here = points.get(i);
      if (here.power() >= wanted) {
        PowerPoint before = points.get(Math.max(0, i - 1));
        double rise = here.power() - before.power();
        double share = rise > 0 ? (wanted - before.power()) / rise : 1;
        return new LeastDifference(
            participants,
            p,
            between(before.effect(), here.effect(), share),
            between(before.measured(), here.measured(), share),
            between(before.dz(), here.dz(), share));
      }
    }
    return new LeastDifference(participants, p, null, null, null);
  }

  private static double between(double low, double high, double share) {
    return low + share * (high - low);
  }
}
