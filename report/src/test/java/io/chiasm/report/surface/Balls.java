package io.chiasm.report.surface;

import java.util.Arrays;

/** Subdivided icosahedra: fsaverage5's number of vertices is the fifth subdivision's. */
public final class Balls {
  private static final double RADIUS = 50;

  private Balls() {}

  /** A ball of 10,242 vertices around the origin. */
  public static HemisphereSurface ball() {
    return ball(5);
  }

  /** A ball that was subdivided so many times; seven give fsaverage's number of vertices. */
  public static HemisphereSurface ball(int times) {
    Icosphere sphere = new Icosphere(times);
    double[][] vertices = sphere.vertices();
    float[] coordinates = new float[3 * vertices.length];
    float[] depth = new float[vertices.length];
    for (int v = 0; v < depth.length; v++) {
      for (int axis = 0; axis < 3; axis++) {
        coordinates[3 * v + axis] = (float) (RADIUS * vertices[v][axis]);
      }
      depth[v] = coordinates[3 * v + 2] > 0 ? 1 : -1;
    }
    int[] corners = Arrays.stream(sphere.triangles()).flatMapToInt(Arrays::stream).toArray();
    return new HemisphereSurface(new Mesh(coordinates, corners), depth);
  }
}
