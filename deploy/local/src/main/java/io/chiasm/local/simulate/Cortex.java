package io.chiasm.local.simulate;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Arrays;

/**
 * One hemisphere of a made participant: what each vertex sees, how much of it in the other
 * hemifield, and how well it can be measured. All arrays are {@code [vertex]}.
 */
final class Cortex {
  /** Vertices of fsaverage per hemisphere. */
  static final int FSAVERAGE = 163_842;

  private static final double NEAREST = 0.25;
  private static final double FARTHEST = 4.0;

  /** Cortical magnification goes with 1 / (eccentricity + this), in degrees. */
  private static final double MAGNIFICATION = 0.75;

  final Area[] area;
  final float[] x;
  final float[] y;
  final float[] sigma;
  final float[] bilateral;
  final float[] ceiling;
  final int[] fsaverage;

  /**
   * @param covered vertices of the surface that areas cover, in the areas' order from 0
   */
  Cortex(Hemisphere hemisphere, int vertices, int covered, Draws draws) {
    area = areas(vertices);
    x = new float[vertices];
    y = new float[vertices];
    sigma = new float[vertices];
    bilateral = new float[vertices];
    ceiling = new float[vertices];
    fsaverage = places(vertices, covered, draws);
    int outwards = hemisphere == Hemisphere.LH ? 1 : -1;
    for (int vertex = 0; vertex < vertices; vertex++) {
      place(vertex, outwards, draws);
      sigma[vertex] =
          (float)
              (area[vertex].sigma(Math.hypot(x[vertex], y[vertex]))
                  * StrictMath.exp(0.15 * draws.normal()));
      bilateral[vertex] = within(area[vertex].bilateral() * (1 + 0.2 * draws.normal()), 0, 0.5);
      ceiling[vertex] = within(area[vertex].ceiling() + 0.05 * draws.normal(), 0.3, 0.95);
    }
  }

  /**
   * Gives half of the vertices their place in the other hemifield, as in a person who was born with
   * one hemisphere (Muckli, Naumer and Singer 2009, doi:10.1073/pnas.0809688106).
   */
  void seeBothHemifields(Draws draws) {
    for (int vertex = 0; vertex < x.length; vertex++) {
      x[vertex] = draws.uniform() < 0.5 ? -x[vertex] : x[vertex];
    }
  }

  /** Gives every vertex this weight of the other hemifield; all else stays as it was drawn. */
  void leak(double weight) {
    Arrays.fill(bilateral, (float) weight);
  }

  int vertices() {
    return area.length;
  }

  /** {@code [vertex]} ids in this ROI class. */
  int[] ids(RoiClass roiClass) {
    int[] ids = new int[area.length];
    for (int vertex = 0; vertex < ids.length; vertex++) {
      ids[vertex] = area[vertex].id(roiClass);
    }
    return ids;
  }

  /** {@code [vertex of fsaverage]} these values at this hemisphere's vertices, 0 elsewhere. */
  byte[] onFsaverage(int[] values) {
    byte[] wide = new byte[FSAVERAGE];
    for (int vertex = 0; vertex < values.length; vertex++) {
      wide[fsaverage[vertex]] = (byte) values[vertex];
    }
    return wide;
  }

  /** The centre in the contralateral hemifield; +x is right, +y up, in degrees. */
  private void place(int vertex, int outwards, Draws draws) {
    double span = StrictMath.log((FARTHEST + MAGNIFICATION) / (NEAREST + MAGNIFICATION));
    double eccentricity =
        (NEAREST + MAGNIFICATION) * StrictMath.exp(span * draws.uniform()) - MAGNIFICATION;
    double angle = area[vertex].quarter().angle(draws);
    x[vertex] = (float) (outwards * eccentricity * StrictMath.cos(angle));
    y[vertex] = (float) (eccentricity * StrictMath.sin(angle));
  }

  private static Area[] areas(int vertices) {
    Area[] areas = new Area[vertices];
    double share = 0;
    int next = 0;
    for (Area area : Area.values()) {
      share += area.share();
      int end = area.ordinal() == Area.values().length - 1 ? vertices : (int) (share * vertices);
      while (next < end) {
        areas[next++] = area;
      }
    }
    return areas;
  }

  /** Distinct vertices of the surface, ascending: evenly spread over what the areas cover. */
  private static int[] places(int vertices, int covered, Draws draws) {
    int drawn = FSAVERAGE / vertices;
    long stride = covered / vertices;
    int[] places = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      int first = (int) ((long) vertex * covered / vertices);
      places[vertex] = first + (int) (draws.below(drawn) * stride / drawn);
    }
    return places;
  }

  private static float within(double value, double least, double most) {
    return (float) Math.max(least, Math.min(most, value));
  }
}
