package io.chiasm.report.surface;

import java.util.Arrays;

/** A closed surface of triangles, in millimetres: x to the right, y to the front, z upwards. */
public final class Mesh {
  private final float[] coordinates;
  private final int[] faces;

  /**
   * @param coordinates {@code [vertex, axis]}
   * @param faces {@code [face, corner]} numbers of vertices
   * @throws IllegalArgumentException if a face names a vertex that is not there, or a coordinate is
   *     not finite
   */
  public Mesh(float[] coordinates, int[] faces) {
    this.coordinates = coordinates.clone();
    this.faces = faces.clone();
    if (coordinates.length == 0 || coordinates.length % 3 != 0 || faces.length % 3 != 0) {
      throw new IllegalArgumentException("coordinates and faces do not come in threes");
    }
    for (float coordinate : coordinates) {
      if (!Float.isFinite(coordinate)) {
        throw new IllegalArgumentException("a coordinate is not finite");
      }
    }
    for (int vertex : faces) {
      if (vertex < 0 || vertex >= coordinates.length / 3) {
        throw new IllegalArgumentException(
            "a face names vertex " + vertex + ", which is not there");
      }
    }
  }

  public int vertices() {
    return coordinates.length / 3;
  }

  public int faces() {
    return faces.length / 3;
  }

  /** Coordinate of a vertex along axis 0, 1 or 2. */
  float coordinate(int vertex, int axis) {
    return coordinates[3 * vertex + axis];
  }

  /** {@code [vertex, axis]} of the first vertices, a copy. */
  float[] coordinates(int vertices) {
    return Arrays.copyOf(coordinates, 3 * vertices);
  }

  /** A face's vertex at corner 0, 1 or 2. */
  int corner(int face, int corner) {
    return faces[3 * face + corner];
  }
}
