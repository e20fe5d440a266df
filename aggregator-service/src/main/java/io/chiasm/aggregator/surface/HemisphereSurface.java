package io.chiasm.aggregator.surface;

/** The inflated surface of one hemisphere, with what tells sulci from gyri. */
public final class HemisphereSurface {
  private final Mesh mesh;
  private final float[] depth;

  /**
   * @param depth {@code [vertex]} sulcal depth or curvature, positive in sulci
   * @throws IllegalArgumentException if there is not one depth per vertex
   */
  public HemisphereSurface(Mesh mesh, float[] depth) {
    this.mesh = mesh;
    this.depth = depth.clone();
    if (depth.length != mesh.vertices()) {
      throw new IllegalArgumentException(
          "the surface has %d vertices, its sulci have %d"
              .formatted(mesh.vertices(), depth.length));
    }
  }

  public Mesh mesh() {
    return mesh;
  }

  /** Whether the vertex lies in a sulcus. */
  boolean sulcus(int vertex) {
    return depth[vertex] > 0;
  }
}
