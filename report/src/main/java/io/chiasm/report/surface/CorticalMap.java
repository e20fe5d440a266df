package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** One value per vertex of fsaverage, NaN where there is none, and the ROI it lies in. */
public final class CorticalMap {
  private final Map<Hemisphere, float[]> values = new EnumMap<>(Hemisphere.class);
  private final Map<Hemisphere, int[]> rois = new EnumMap<>(Hemisphere.class);

  public CorticalMap() {
    for (Hemisphere hemisphere : Hemisphere.values()) {
      float[] none = new float[Cortex.FSAVERAGE];
      Arrays.fill(none, Float.NaN);
      values.put(hemisphere, none);
      rois.put(hemisphere, new int[Cortex.FSAVERAGE]);
    }
  }

  /** Sets a vertex's value. */
  public void set(Hemisphere hemisphere, int vertex, float value) {
    mutable(hemisphere)[vertex] = value;
  }

  /** Sets the ROI that a vertex lies in; 0 for none. */
  public void setRoi(Hemisphere hemisphere, int vertex, int roi) {
    regions(hemisphere)[vertex] = roi;
  }

  /** {@code [vertex]} of fsaverage, a copy. */
  public float[] values(Hemisphere hemisphere) {
    return mutable(hemisphere).clone();
  }

  /** This map less another, NaN where either has no value; without ROIs. */
  public CorticalMap minus(CorticalMap subtrahend) {
    CorticalMap difference = new CorticalMap();
    values.forEach(
        (hemisphere, side) -> {
          for (int vertex = 0; vertex < side.length; vertex++) {
            float value = side[vertex] - subtrahend.value(hemisphere, vertex);
            difference.set(hemisphere, vertex, value);
          }
        });
    return difference;
  }

  /** Share of the vertices that have a value. */
  public double density() {
    long known = 0;
    for (float[] side : values.values()) {
      for (float value : side) {
        known += Float.isNaN(value) ? 0 : 1;
      }
    }
    return known / (2.0 * Cortex.FSAVERAGE);
  }

  CorticalMap copy() {
    CorticalMap copy = new CorticalMap();
    values.forEach((hemisphere, side) -> copy.values.put(hemisphere, side.clone()));
    rois.forEach((hemisphere, side) -> copy.rois.put(hemisphere, side.clone()));
    return copy;
  }

  float value(Hemisphere hemisphere, int vertex) {
    return mutable(hemisphere)[vertex];
  }

  int roi(Hemisphere hemisphere, int vertex) {
    return regions(hemisphere)[vertex];
  }

  /** Not a copy. */
  float[] mutable(Hemisphere hemisphere) {
    return values.getOrDefault(hemisphere, new float[0]);
  }

  /** Not a copy. */
  int[] regions(Hemisphere hemisphere) {
    return rois.getOrDefault(hemisphere, new int[0]);
  }
}
