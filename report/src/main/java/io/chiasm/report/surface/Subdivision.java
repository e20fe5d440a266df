package io.chiasm.report.surface;

import java.util.Arrays;
import java.util.Optional;

/**
 * The way back from a finer fsaverage to a coarser one. Each is the one before with a vertex added
 * in the middle of every edge, so that every face became four: one of middles only and one at each
 * corner. The coarser vertices are the first of the finer.
 */
final class Subdivision {
  private static final int NONE = -1;

  private final Mesh fine;
  private final int vertices;

  /** {@code [2 * middle]} the two vertices that each middle lies between. */
  private final int[] parents;

  private Subdivision(Mesh fine, int vertices) {
    this.fine = fine;
    this.vertices = vertices;
    this.parents = new int[2 * (fine.vertices() - vertices)];
    Arrays.fill(parents, NONE);
  }

  /**
   * The mesh of the first {@code vertices} vertices.
   *
   * @return empty if the mesh did not come about by subdivision
   */
  static Optional<Mesh> coarsened(Mesh mesh, int vertices) {
    Optional<Mesh> coarse = Optional.of(mesh);
    while (coarse.isPresent() && coarse.get().vertices() > vertices) {
      Mesh fine = coarse.get();
      // A closed ball of V vertices has 3 V - 6 edges, so V + 3 V - 6 vertices after the step.
      coarse = new Subdivision(fine, (fine.vertices() + 6) / 4).undone();
    }
    return coarse.filter(found -> found.vertices() == vertices);
  }

  private Optional<Mesh> undone() {
    for (int face = 0; face < fine.faces(); face++) {
      for (int corner = 0; corner < 3; corner++) {
        int one = fine.corner(face, corner);
        int other = fine.corner(face, (corner + 1) % 3);
        if (!note(one, other) || !note(other, one)) {
          return Optional.empty();
        }
      }
    }
    int[] faces = faces();
    return faces.length == 3 * (fine.faces() / 4)
        ? Optional.of(new Mesh(fine.coordinates(vertices), faces))
        : Optional.empty();
  }

  /** Whether the middle has no third parent. */
  private boolean note(int old, int middle) {
    if (old >= vertices || middle < vertices) {
      return true;
    }
    for (int place = 2 * (middle - vertices); place < 2 * (middle - vertices) + 2; place++) {
      if (parents[place] == NONE || parents[place] == old) {
        parents[place] = old;
        return true;
      }
    }
    return false;
  }

  private int[] faces() {
    int[] faces = new int[3 * fine.faces()];
    int n = 0;
    for (int face = 0; face < fine.faces(); face++) {
      int a = fine.corner(face, 0);
      int b = fine.corner(face, 1);
      int c = fine.corner(face, 2);
      if (a >= vertices && b >= vertices && c >= vertices) {
        int[] corners = {shared(c, a), shared(a, b), shared(b, c)};
        if (Arrays.stream(corners).noneMatch(corner -> corner == NONE)) {
          System.arraycopy(corners, 0, faces, n, 3);
          n += 3;
        }
      }
    }
    return Arrays.copyOf(faces, n);
  }

  /** The vertex that both middles lie beside. */
  private int shared(int one, int other) {
    for (int p = 2 * (one - vertices); p < 2 * (one - vertices) + 2; p++) {
      for (int q = 2 * (other - vertices); q < 2 * (other - vertices) + 2; q++) {
        if (parents[p] == parents[q]) {
          return parents[p];
        }
      }
    }
    return NONE;
  }
}
