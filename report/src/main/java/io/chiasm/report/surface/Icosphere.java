package io.chiasm.report.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An icosahedron whose triangles were cut into four several times, on the unit sphere; the vertices
 * of each coarser one come first. Five times give fsaverage5's number of vertices, six
 * fsaverage6's, seven fsaverage's.
 */
public final class Icosphere {
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;
  private static final double[][] CORNERS = {
    {-1, GOLDEN, 0}, {1, GOLDEN, 0}, {-1, -GOLDEN, 0}, {1, -GOLDEN, 0},
    {0, -1, GOLDEN}, {0, 1, GOLDEN}, {0, -1, -GOLDEN}, {0, 1, -GOLDEN},
    {GOLDEN, 0, -1}, {GOLDEN, 0, 1}, {-GOLDEN, 0, -1}, {-GOLDEN, 0, 1}
  };
  private static final int[][] TRIANGLES = {
    {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
    {11, 10, 2}, {10, 7, 6}, {7, 1, 8}, {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8},
    {3, 8, 9}, {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}
  };

  private final List<double[]> vertices = new ArrayList<>();
  private List<int[]> triangles = List.of(TRIANGLES);

  /**
   * @param times how often it is subdivided; {@code 10 · 4^times + 2} vertices
   */
  public Icosphere(int times) {
    for (double[] corner : CORNERS) {
      add(corner);
    }
    for (int i = 0; i < times; i++) {
      subdivide();
    }
  }

  /** {@code [vertex][axis]} of length one. */
  public double[][] vertices() {
    return vertices.toArray(double[][]::new);
  }

  /** {@code [triangle][corner]} numbers of vertices, anticlockwise from outside. */
  public int[][] triangles() {
    return triangles.toArray(int[][]::new);
  }

  private int add(double[] point) {
    double length = Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
    vertices.add(new double[] {point[0] / length, point[1] / length, point[2] / length});
    return vertices.size() - 1;
  }

  private void subdivide() {
    Map<Long, Integer> middles = new HashMap<>();
    List<int[]> finer = new ArrayList<>(4 * triangles.size());
    for (int[] t : triangles) {
      int a = middle(middles, t[0], t[1]);
      int b = middle(middles, t[1], t[2]);
      int c = middle(middles, t[2], t[0]);
      finer.add(new int[] {t[0], a, c});
      finer.add(new int[] {t[1], b, a});
      finer.add(new int[] {t[2], c, b});
      finer.add(new int[] {a, b, c});
    }
    triangles = finer;
  }

  private int middle(Map<Long, Integer> middles, int one, int other) {
    long edge = ((long) Math.min(one, other) << 32) | Math.max(one, other);
    return middles.computeIfAbsent(
        edge,
        key -> {
          double[] a = vertices.get(one);
          double[] b = vertices.get(other);
          return add(new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
        });
  }
}
