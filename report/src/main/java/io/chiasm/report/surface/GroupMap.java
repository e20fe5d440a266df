package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean over the participants that have a value at a vertex; the ROI that most of them have there.
 */
public final class GroupMap {
  private final Map<Hemisphere, float[]> sums = new EnumMap<>(Hemisphere.class);
  private final Map<Hemisphere, byte[]> counts = new EnumMap<>(Hemisphere.class);
  private final Map<Hemisphere, Map<Integer, byte[]>> votes = new EnumMap<>(Hemisphere.class);
  private int participants;

  public GroupMap() {
    for (Hemisphere hemisphere : Hemisphere.values()) {
      sums.put(hemisphere, new float[Cortex.FSAVERAGE]);
      counts.put(hemisphere, new byte[Cortex.FSAVERAGE]);
      votes.put(hemisphere, new TreeMap<>());
    }
  }

  /** Adds a participant's map; at most 127 of them. */
  public void add(CorticalMap map) {
    participants++;
    sums.forEach(
        (hemisphere, sum) -> {
          byte[] count = counts.getOrDefault(hemisphere, new byte[0]);
          for (int vertex = 0; vertex < sum.length; vertex++) {
            float value = map.value(hemisphere, vertex);
            if (!Float.isNaN(value)) {
              sum[vertex] += value;
              count[vertex]++;
            }
            vote(hemisphere, vertex, map.roi(hemisphere, vertex));
          }
        });
  }

  private void vote(Hemisphere hemisphere, int vertex, int roi) {
    if (roi != 0) {
      votes.getOrDefault(hemisphere, new TreeMap<>())
          .computeIfAbsent(roi, key -> new byte[Cortex.FSAVERAGE])[vertex]++;
    }
  }

  /** NaN where no participant has a value. */
  public CorticalMap mean() {
    CorticalMap mean = new CorticalMap();
    sums.forEach(
        (hemisphere, sum) -> {
          byte[] count = counts.getOrDefault(hemisphere, new byte[0]);
          for (int vertex = 0; vertex < sum.length; vertex++) {
            if (count[vertex] > 0) {
              mean.set(hemisphere, vertex, sum[vertex] / count[vertex]);
            }
          }
        });
    votes.forEach(
        (hemisphere, byRoi) -> byRoi.forEach((roi, n) -> elect(mean, hemisphere, roi, n)));
    return mean;
  }

  private void elect(CorticalMap mean, Hemisphere hemisphere, int roi, byte[] votes) {
    for (int vertex = 0; vertex < votes.length; vertex++) {
      if (2 * votes[vertex] > participants) {
        mean.setRoi(hemisphere, vertex, roi);
      }
    }
  }
}
