package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cortex small enough to travel in a page and to be turned there: both hemispheres as fsaverage5,
 * whose vertices are the first of fsaverage's, so its maps hold values that were measured and no
 * means of them. All numbers are little-endian, the left hemisphere first.
 */
public final class TurningCortex {
  /** Vertices of one hemisphere. */
  public static final int VERTICES = 10_242;

  /** Faces of one hemisphere. */
  public static final int FACES = 2 * (VERTICES - 2);

  /** A value as one byte: {@value} and its negative are the scale's ends. */
  public static final int STEPS = 127;

  /** The byte of a vertex without a value. */
  public static final int NO_VALUE = -128;

  /** Coordinates are whole hundredths of a millimetre. */
  public static final int PER_MILLIMETRE = 100;

  private final Map<Hemisphere, HemisphereSurface> surfaces = new EnumMap<>(Hemisphere.class);

  private TurningCortex(HemisphereSurface left, HemisphereSurface right) {
    surfaces.put(Hemisphere.LH, left);
    surfaces.put(Hemisphere.RH, right);
  }

  /**
   * @return empty if the surface is not closed, or finer and no subdivision of fsaverage5
   */
  public static Optional<TurningCortex> of(Cortex cortex) {
    return coarse(cortex, Hemisphere.LH)
        .flatMap(
            left -> coarse(cortex, Hemisphere.RH).map(right -> new TurningCortex(left, right)));
  }

  private static Optional<HemisphereSurface> coarse(Cortex cortex, Hemisphere hemisphere) {
    return cortex
        .of(hemisphere)
        .coarsened(VERTICES)
        .filter(surface -> surface.mesh().faces() == FACES);
  }

  /**
   * Per hemisphere: coordinates {@code [vertex, axis]} int16, faces {@code [face, corner]} uint16,
   * depth of the sulci {@code [vertex]} int8, positive in sulci.
   */
  public byte[] shape() {
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * (VERTICES * 7 + FACES * 6)).order(ByteOrder.LITTLE_ENDIAN);
    for (Hemisphere hemisphere : Hemisphere.values()) {
      HemisphereSurface surface = of(hemisphere);
      Mesh mesh = surface.mesh();
      for (int i = 0; i < 3 * VERTICES; i++) {
        bytes.putShort(
            (short) clipped(PER_MILLIMETRE * mesh.coordinate(i / 3, i % 3), Short.MAX_VALUE));
      }
      for (int i = 0; i < 3 * FACES; i++) {
        bytes.putShort((short) mesh.corner(i / 3, i % 3));
      }
      float deepest = surface.deepest();
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        float share = deepest > 0 ? surface.depth(vertex) / deepest : 0;
        // A shallow sulcus stays one.
        int step = (int) Math.signum(share) * (int) Math.ceil(STEPS * Math.abs(share));
        bytes.put((byte) step);
      }
    }
    return bytes.array();
  }

  /**
   * A map's values, {@code [hemisphere, vertex]} int8.
   *
   * @param limit the value that becomes {@link #STEPS}; what lies beyond becomes it too
   */
  public byte[] values(CorticalMap map, double limit) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * VERTICES);
    for (Hemisphere hemisphere : Hemisphere.values()) {
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        float value = map.value(hemisphere, vertex);
        bytes.put(
            (byte)
                (Float.isNaN(value) ? NO_VALUE : clipped((float) (STEPS * value / limit), STEPS)));
      }
    }
    return bytes.array();
  }

  /** The ROI of every vertex, {@code [hemisphere, vertex]} uint8; 0 for none. */
  public byte[] regions(CorticalMap map) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * VERTICES);
    for (Hemisphere hemisphere : Hemisphere.values()) {
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        bytes.put((byte) map.roi(hemisphere, vertex));
      }
    }
    return bytes.array();
  }

  private HemisphereSurface of(Hemisphere hemisphere) {
    HemisphereSurface surface = surfaces.get(hemisphere);
    if (surface == null) {
      throw new IllegalStateException("no surface of " + hemisphere);
    }
    return surface;
  }

  private static int clipped(float value, int most) {
    return Math.max(-most, Math.min(most, Math.round(value)));
  }
}
