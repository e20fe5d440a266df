package io.chiasm.report.statistics;

import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.ContrastResult.Corrected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests panels; keeps the permutations and resamples of each number of units. */
final class PanelContrasts {
  /** Resamples of an interval. */
  static final int DRAWS = 10_000;

  /** Share of the resampled means that an interval holds. */
  static final double SHARE = 0.95;

  /** Fewer units tell nothing about an interval. */
  private static final int LEAST_FOR_INTERVAL = 3;

  private static final int LEAST_FOR_P = 2;

  private final long seed;
  private final Map<Integer, SignFlips> flips = new HashMap<>();
  private final Map<Integer, Bootstrap> resamples = new HashMap<>();

  PanelContrasts(long seed) {
    this.seed = seed;
  }

  /** One test per ROI that any participant has a value of. */
  List<ContrastResult> of(Panel panel) {
    Map<Roi, Corrected> max = max(panel);
    List<ContrastResult> tests = new ArrayList<>();
    panel
        .values()
        .forEach(
            (roi, values) -> {
              Sample sample = new Sample(List.copyOf(values.values()));
              if (sample.n() > 0) {
                tests.add(
                    test(panel.subject(), roi, sample, max.getOrDefault(roi, Corrected.NONE)));
              }
            });
    return tests;
  }

  private ContrastResult test(Panel.Subject subject, Roi roi, Sample sample, Corrected max) {
    boolean testable = sample.n() >= LEAST_FOR_P;
    return new ContrastResult(
        subject.contrast(),
        subject.quantity(),
        subject.network(),
        subject.layer(),
        subject.split(),
        roi,
        sample.n(),
        sample.mean(),
        sample.sd(),
        interval(sample),
        sample.dz(),
        testable ? flips(sample.n()).p(sample) : Double.NaN,
        testable ? flips(sample.n()).least() : Double.NaN,
        !testable || flips(sample.n()).exact(),
        max,
        Corrected.NONE);
  }

  /** Over the ROIs that every participant has: flips must mean the same units everywhere. */
  private Map<Roi, Corrected> max(Panel panel) {
    int participants = panel.participants();
    Map<Roi, Corrected> corrected = new HashMap<>();
    if (participants >= LEAST_FOR_P) {
      List<Roi> complete =
          panel.values().entrySet().stream()
              .filter(entry -> entry.getValue().size() == participants)
              .map(Map.Entry::getKey)
              .toList();
      double[] p =
          flips(participants).maxStatistic(complete.stream().map(r -> of(panel, r)).toList());
      for (int i = 0; i < p.length; i++) {
        corrected.put(complete.get(i), new Corrected(p[i], p.length));
      }
    }
    return corrected;
  }

  private static Sample of(Panel panel, Roi roi) {
    return new Sample(List.copyOf(panel.values().getOrDefault(roi, Map.of()).values()));
  }

  /** Bootstrap interval of a mean; none for fewer than three units. */
  Interval interval(Sample sample) {
    return sample.n() < LEAST_FOR_INTERVAL
        ? Interval.NONE
        : resamples
            .computeIfAbsent(sample.n(), n -> new Bootstrap(n, DRAWS, seed))
            .interval(sample, SHARE);
  }

  private SignFlips flips(int n) {
    return flips.computeIfAbsent(n, units -> new SignFlips(units, seed));
  }
}
