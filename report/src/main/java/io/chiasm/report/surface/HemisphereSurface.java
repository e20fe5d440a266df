package io.chiasm.report.surface;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
          String.format(
              Locale.ROOT,
              "the surface has %d vertices, its sulci have %d",
              mesh.vertices(),
              depth.length));
    }
  }

  public Mesh mesh() {
    return mesh;
  }

  /** The same surface of its first vertices only; empty if it was not subdivided from them. */
  Optional<HemisphereSurface> coarsened(int vertices) {
    return Subdivision.coarsened(mesh, vertices)
        .map(coarse -> new HemisphereSurface(coarse, Arrays.copyOf(depth, vertices)));
  }

  /** Depth of the sulcus at a vertex, or its curvature; positive in sulci. */
  float depth(int vertex) {
    return depth[vertex];
  }

  /** The largest absolute depth that is a number. */
  float deepest() {
    float deepest = 0;
    for (float value : depth) {
      deepest = Float.isFinite(value) ? Math.max(deepest, Math.abs(value)) : deepest;
    }
    return deepest;
  }

  /** Whether the vertex lies in a sulcus. */
  boolean sulcus(int vertex) {
    return depth[vertex] > 0;
  }
}
