package io.chiasm.report.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Subdivided icosahedra: fsaverage5's number of vertices is the fifth subdivision's. */
public final class Balls {
  private static final double RADIUS = 50;
  private final List<double[]> vertices = new ArrayList<>();
  private List<int[]> faces = new ArrayList<>();

  private Balls() {}

  /** A ball of 10,242 vertices around the origin. */
  public static HemisphereSurface ball() {
    return ball(5);
  }

  /** A ball that was subdivided so many times; seven give fsaverage's number of vertices. */
  public static HemisphereSurface ball(int times) {
    Balls ball = new Balls();
    ball.icosahedron();
    for (int i = 0; i < times; i++) {
      ball.subdivide();
    }
    float[] coordinates = new float[3 * ball.vertices.size()];
    float[] depth = new float[ball.vertices.size()];
    for (int v = 0; v < depth.length; v++) {
      for (int axis = 0; axis < 3; axis++) {
        coordinates[3 * v + axis] = (float) ball.vertices.get(v)[axis];
      }
      depth[v] = coordinates[3 * v + 2] > 0 ? 1 : -1;
    }
    int[] corners = ball.faces.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    return new HemisphereSurface(new Mesh(coordinates, corners), depth);
  }

  private void icosahedron() {
    double g = (1 + Math.sqrt(5)) / 2;
    double[][] corners = {
      {-1, g, 0}, {1, g, 0}, {-1, -g, 0}, {1, -g, 0}, {0, -1, g}, {0, 1, g},
      {0, -1, -g}, {0, 1, -g}, {g, 0, -1}, {g, 0, 1}, {-g, 0, -1}, {-g, 0, 1}
    };
    for (double[] corner : corners) {
      add(corner);
    }
    int[][] triangles = {
      {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
      {11, 10, 2}, {10, 7, 6}, {7, 1, 8}, {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8},
      {3, 8, 9}, {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}
    };
    faces.addAll(List.of(triangles));
  }

  private int add(double[] point) {
    double length =
        Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]) / RADIUS;
    vertices.add(new double[] {point[0] / length, point[1] / length, point[2] / length});
    return vertices.size() - 1;
  }

  private void subdivide() {
    Map<List<Integer>, Integer> middles = new HashMap<>();
    List<int[]> finer = new ArrayList<>();
    for (int[] f : faces) {
      int a = middle(middles, f[0], f[1]);
      int b = middle(middles, f[1], f[2]);
      int c = middle(middles, f[2], f[0]);
      finer.add(new int[] {f[0], a, c});
      finer.add(new int[] {f[1], b, a});
      finer.add(new int[] {f[2], c, b});
      finer.add(new int[] {a, b, c});
    }
    faces = finer;
  }

  private int middle(Map<List<Integer>, Integer> middles, int one, int other) {
    return middles.computeIfAbsent(
        List.of(Math.min(one, other), Math.max(one, other)),
        key -> {
          double[] a = vertices.get(one);
          double[] b = vertices.get(other);
          return add(new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
        });
  }
}
