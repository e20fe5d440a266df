package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;

/** What a vertex's neighbours on the mesh have to say. */
final class Neighbours {
  /** A closed mesh has every edge in two faces, so a neighbour is met twice: three of them. */
  private static final int SUPPORT = 6;

  private final Mesh mesh;

  Neighbours(Mesh mesh) {
    this.mesh = mesh;
  }

  /** ROIs without the vertices that have fewer than three neighbours of their own ROI. */
  int[] supported(int[] rois) {
    int[] met = new int[mesh.vertices()];
    for (int face = 0; face < mesh.faces(); face++) {
      for (int corner = 0; corner < 3; corner++) {
        int one = mesh.corner(face, corner);
        int other = mesh.corner(face, (corner + 1) % 3);
        if (rois[one] == rois[other]) {
          met[one]++;
          met[other]++;
        }
      }
    }
    int[] supported = new int[mesh.vertices()];
    for (int vertex = 0; vertex < supported.length; vertex++) {
      supported[vertex] = met[vertex] >= SUPPORT ? rois[vertex] : 0;
    }
    return supported;
  }

  /** The map with its values, and their ROIs, on valueless neighbours too, ring after ring. */
  void spread(CorticalMap map, Hemisphere hemisphere, int rings) {
    float[] values = map.mutable(hemisphere);
    int[] rois = map.regions(hemisphere);
    for (int ring = 0; ring < rings; ring++) {
      float[] before = values.clone();
      for (int face = 0; face < mesh.faces(); face++) {
        for (int corner = 0; corner < 3; corner++) {
          int from = mesh.corner(face, corner);
          for (int step = 1; step < 3; step++) {
            int to = mesh.corner(face, (corner + step) % 3);
            if (Float.isNaN(before[to]) && !Float.isNaN(before[from]) && Float.isNaN(values[to])) {
              values[to] = before[from];
              rois[to] = rois[from];
            }
          }
        }
      }
    }
  }
}
