package io.chiasm.report.surface;

/** How much a surface faces the eye, per vertex: the mean of the faces around it. */
final class Lighting {
  private final Mesh mesh;
  private final float[] eye;

  Lighting(Mesh mesh, float[] eye) {
    this.mesh = mesh;
    this.eye = eye;
  }

  /** {@code [vertex]} 0 to 1. */
  float[] perVertex() {
    float[][] normals = new float[3][mesh.vertices()];
    for (int face = 0; face < mesh.faces(); face++) {
      add(face, normals);
    }
    float[] light = new float[mesh.vertices()];
    for (int v = 0; v < light.length; v++) {
      float length =
          (float)
              Math.sqrt(
                  normals[0][v] * normals[0][v]
                      + normals[1][v] * normals[1][v]
                      + normals[2][v] * normals[2][v]);
      float towards = eye[0] * normals[0][v] + eye[1] * normals[1][v] + eye[2] * normals[2][v];
      light[v] = length > 0 ? Math.abs(towards) / length : 0;
    }
    return light;
  }

  private void add(int face, float[][] normals) {
    float[] one = edge(mesh.corner(face, 0), mesh.corner(face, 1));
    float[] two = edge(mesh.corner(face, 0), mesh.corner(face, 2));
    float[] normal = {
      one[1] * two[2] - one[2] * two[1],
      one[2] * two[0] - one[0] * two[2],
      one[0] * two[1] - one[1] * two[0]
    };
    for (int corner = 0; corner < 3; corner++) {
      int vertex = mesh.corner(face, corner);
      for (int axis = 0; axis < 3; axis++) {
        normals[axis][vertex] += normal[axis];
      }
    }
  }

  private float[] edge(int from, int to) {
    return new float[] {
      mesh.coordinate(to, 0) - mesh.coordinate(from, 0),
      mesh.coordinate(to, 1) - mesh.coordinate(from, 1),
      mesh.coordinate(to, 2) - mesh.coordinate(from, 2)
    };
  }
}
