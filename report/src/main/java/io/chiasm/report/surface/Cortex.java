package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Both hemispheres of fsaverage, or of its coarser versions fsaverage5 and fsaverage6. */
public final class Cortex {
  /** Vertices of fsaverage, one hemisphere. */
  public static final int FSAVERAGE = 163_842;

  private static final int FSAVERAGE6 = 40_962;
  private static final int FSAVERAGE5 = 10_242;

  private final Map<Hemisphere, HemisphereSurface> surfaces;

  /**
   * @throws IllegalArgumentException if the vertices are not those of fsaverage, 6 or 5
   */
  public Cortex(HemisphereSurface left, HemisphereSurface right) {
    this.surfaces =
        Collections.unmodifiableMap(
            new EnumMap<>(Map.of(Hemisphere.LH, left, Hemisphere.RH, right)));
    for (HemisphereSurface surface : surfaces.values()) {
      int vertices = surface.mesh().vertices();
      if (vertices != FSAVERAGE && vertices != FSAVERAGE6 && vertices != FSAVERAGE5) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a surface has %d vertices; fsaverage has %d, fsaverage6 %d, fsaverage5 %d",
                vertices,
                FSAVERAGE,
                FSAVERAGE6,
                FSAVERAGE5));
      }
    }
  }

  HemisphereSurface of(Hemisphere hemisphere) {
    HemisphereSurface surface = surfaces.get(hemisphere);
    if (surface == null) {
      throw new IllegalStateException("no surface of " + hemisphere);
    }
    return surface;
  }
}
