package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Arrays;

/**
 * One view of a hemisphere, projected once: which face every pixel shows, where within the face,
 * and how light falls on it. Maps are then only coloured in, which is quick.
 */
final class Projection {
  static final int NOTHING = -1;
  private static final float EDGE = -1e-4f;

  private final Mesh mesh;
  private final float[][] axes;
  private final float scale;
  private final float[] origin;
  private final int width;
  private final int height;
  private final int[] face;
  private final byte[] first;
  private final byte[] second;
  private final byte[] light;
  private final int[] nearest;

  /**
   * @param scale pixels per millimetre
   */
  Projection(Mesh mesh, View view, Hemisphere hemisphere, float scale) {
    this.mesh = mesh;
    this.axes = view.axes(hemisphere);
    this.scale = scale;
    float[] across = range(0);
    float[] up = range(1);
    this.origin = new float[] {across[0], up[1]};
    this.width = (int) Math.ceil((across[1] - across[0]) * scale) + 1;
    this.height = (int) Math.ceil((up[1] - up[0]) * scale) + 1;
    this.face = new int[width * height];
    this.first = new byte[face.length];
    this.second = new byte[face.length];
    this.light = new byte[face.length];
    this.nearest = new int[face.length];
    Arrays.fill(face, NOTHING);
    project();
    findNearest();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean shows(int pixel) {
    return face[pixel] != NOTHING;
  }

  /** Vertex at a corner of the face that the pixel shows. */
  int vertex(int pixel, int corner) {
    return mesh.corner(face[pixel], corner);
  }

  /** Vertex that is nearest to the pixel. */
  int nearest(int pixel) {
    return nearest[pixel];
  }

  private void findNearest() {
    for (int pixel = 0; pixel < face.length; pixel++) {
      if (shows(pixel)) {
        int best = share(pixel, 1) > share(pixel, 0) ? 1 : 0;
        best = share(pixel, 2) > share(pixel, best) ? 2 : best;
        nearest[pixel] = vertex(pixel, best);
      }
    }
  }

  /** Share of a corner of the face in the pixel, 0 to 1. */
  float share(int pixel, int corner) {
    float one = (first[pixel] & 0xff) / 255f;
    float two = (second[pixel] & 0xff) / 255f;
    return corner == 0 ? one : corner == 1 ? two : Math.max(0, 1 - one - two);
  }

  /** 0 (turned away) to 1 (facing the eye). */
  float light(int pixel) {
    return (light[pixel] & 0xff) / 255f;
  }

  private float along(int vertex, int axis) {
    float[] a = axes[axis];
    return a[0] * mesh.coordinate(vertex, 0)
        + a[1] * mesh.coordinate(vertex, 1)
        + a[2] * mesh.coordinate(vertex, 2);
  }

  private float[] range(int axis) {
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int vertex = 0; vertex < mesh.vertices(); vertex++) {
      float value = along(vertex, axis);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new float[] {low, high};
  }

  private void project() {
    int n = mesh.vertices();
    float[] x = new float[n];
    float[] y = new float[n];
    float[] z = new float[n];
    for (int vertex = 0; vertex < n; vertex++) {
      x[vertex] = (along(vertex, 0) - origin[0]) * scale;
      y[vertex] = (origin[1] - along(vertex, 1)) * scale;
      z[vertex] = along(vertex, 2);
    }
    float[] lights = new Lighting(mesh, axes[2]).perVertex();
    float[] depths = new float[face.length];
    Arrays.fill(depths, -Float.MAX_VALUE);
    for (int f = 0; f < mesh.faces(); f++) {
      fill(f, x, y, z, lights, depths);
    }
  }

  private void fill(int f, float[] x, float[] y, float[] z, float[] lights, float[] depths) {
    int a = mesh.corner(f, 0);
    int b = mesh.corner(f, 1);
    int c = mesh.corner(f, 2);
    float area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
    if (area == 0) {
      return;
    }
    int left = Math.max(0, (int) Math.floor(Math.min(x[a], Math.min(x[b], x[c]))));
    int right = Math.min(width - 1, (int) Math.ceil(Math.max(x[a], Math.max(x[b], x[c]))));
    int top = Math.max(0, (int) Math.floor(Math.min(y[a], Math.min(y[b], y[c]))));
    int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(y[a], Math.max(y[b], y[c]))));
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        float u = ((x[b] - column) * (y[c] - row) - (x[c] - column) * (y[b] - row)) / area;
        float v = ((x[c] - column) * (y[a] - row) - (x[a] - column) * (y[c] - row)) / area;
        float w = 1 - u - v;
        if (u >= EDGE && v >= EDGE && w >= EDGE) {
          int pixel = row * width + column;
          float depth = u * z[a] + v * z[b] + w * z[c];
          if (depth > depths[pixel]) {
            depths[pixel] = depth;
            face[pixel] = f;
            first[pixel] = unit(u);
            second[pixel] = unit(v);
            light[pixel] = unit(u * lights[a] + v * lights[b] + w * lights[c]);
          }
        }
      }
    }
  }

  private static byte unit(float value) {
    return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
