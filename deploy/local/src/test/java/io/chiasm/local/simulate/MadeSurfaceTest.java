package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.SurfaceFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeSurfaceTest {
  private static final int HEADER = 3 + "made by Chiasm: no brain was scanned\n\n".length();

  private final MadeSurface surface = new MadeSurface(200);

  @Test
  void itIsReadAsAnyOtherOfFsaverage5(@TempDir Path folder) throws IOException {
    surface.write(folder);
    Cortex read = SurfaceFolder.open(folder);
    assertThat(read).isNotNull();
    assertThat(folder).isDirectoryContaining("glob:**/rh.sulc");
    assertThat(ByteBuffer.wrap(bytes(folder, "lh.inflated")).getInt(HEADER)).isEqualTo(10_242);
  }

  @Test
  void manyVerticesGetAFinerOne() {
    assertThat(surface.covered()).isEqualTo(2458);
    assertThat(new MadeSurface(20_000).covered()).isEqualTo(39_322);
  }

  @Test
  void theHemispheresMirrorEachOtherAndTheirTrianglesFaceOutwards(@TempDir Path folder)
      throws IOException {
    surface.write(folder);
    ByteBuffer left = ByteBuffer.wrap(bytes(folder, "lh.inflated"));
    ByteBuffer right = ByteBuffer.wrap(bytes(folder, "rh.inflated"));
    int points = HEADER + 8;
    for (int v = 0; v < 10_242; v++) {
      assertThat(left.getFloat(points + 12 * v)).isEqualTo(-right.getFloat(points + 12 * v));
      assertThat(left.getFloat(points + 12 * v + 4)).isEqualTo(right.getFloat(points + 12 * v + 4));
    }
    assertThat(volume(left, points)).isPositive();
    assertThat(volume(right, points)).isPositive();
  }

  @Test
  void areasLieTogetherWherePeopleHaveThem() {
    double share = 0;
    for (Area area : Area.values()) {
      int from = (int) Math.round(share * surface.covered());
      share += area.share();
      int end = (int) Math.round(share * surface.covered());
      double[] middle = new double[3];
      for (int v = from; v < end; v++) {
        for (int axis = 0; axis < 3; axis++) {
          middle[axis] += surface.direction(v)[axis] / (end - from);
        }
      }
      double length = Math.sqrt(dot(middle, middle));
      // Points spread over a whole ball would have their mean in its centre.
      assertThat(length).as("%s is a patch", area).isGreaterThan(0.85);
      assertThat(area.nearness(middle) / length).as("%s is in place", area).isGreaterThan(0.9);
    }
  }

  /** Six times the volume that the triangles enclose: negative if they face inwards. */
  private static double volume(ByteBuffer mesh, int points) {
    int triangles = points + 12 * 10_242;
    double sum = 0;
    for (int t = 0; t < 20_480; t++) {
      double[][] p = new double[3][3];
      for (int corner = 0; corner < 3; corner++) {
        int vertex = mesh.getInt(triangles + 12 * t + 4 * corner);
        for (int axis = 0; axis < 3; axis++) {
          p[corner][axis] = mesh.getFloat(points + 12 * vertex + 4 * axis);
        }
      }
      sum += dot(p[0], cross(p[1], p[2]));
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static byte[] bytes(Path folder, String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }
}
