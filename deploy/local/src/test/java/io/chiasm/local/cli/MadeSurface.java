package io.chiasm.local.cli;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of surfaces in FreeSurfer's formats with as many vertices as fsaverage5: rings around an
 * axis and two poles, a ball stretched from back to front.
 */
final class MadeSurface {
  private static final int RINGS = 80;
  private static final int AROUND = 128;
  private static final int VERTICES = RINGS * AROUND + 2;
  private static final int FACES = 2 * (VERTICES - 2);

  private MadeSurface() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String side : new String[] {"lh", "rh"}) {
      inflated(folder.resolve(side + ".inflated"));
      sulci(folder.resolve(side + ".sulc"));
    }
  }

  private static void inflated(Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[] {-1, -1, -2});
      out.write("made\n\n".getBytes(StandardCharsets.US_ASCII));
      out.writeInt(VERTICES);
      out.writeInt(FACES);
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        double down = Math.PI * ring(vertex) / (RINGS + 1);
        double around = 2 * Math.PI * (vertex % AROUND) / AROUND;
        out.writeFloat((float) (40 * Math.sin(down) * Math.cos(around)));
        out.writeFloat((float) (90 * Math.cos(down)));
        out.writeFloat((float) (60 * Math.sin(down) * Math.sin(around)));
      }
      for (int ring = 0; ring <= RINGS; ring++) {
        for (int step = 0; step < AROUND; step++) {
          faces(out, ring, step);
        }
      }
    }
  }

  /** 0 and RINGS + 1 are the poles, the last two vertices. */
  private static int ring(int vertex) {
    return vertex < RINGS * AROUND ? 1 + vertex / AROUND : (vertex - RINGS * AROUND) * (RINGS + 1);
  }

  private static int vertex(int ring, int step) {
    return ring == 0 || ring == RINGS + 1
        ? RINGS * AROUND + ring / (RINGS + 1)
        : (ring - 1) * AROUND + step % AROUND;
  }

  private static void faces(DataOutputStream out, int ring, int step) throws IOException {
    int[] corners = {
      vertex(ring, step), vertex(ring + 1, step), vertex(ring + 1, step + 1), vertex(ring, step + 1)
    };
    if (ring < RINGS) {
      triangle(out, corners[0], corners[1], corners[2]);
    }
    if (ring > 0) {
      triangle(out, corners[0], corners[2], corners[3]);
    }
  }

  private static void triangle(DataOutputStream out, int a, int b, int c) throws IOException {
    out.writeInt(a);
    out.writeInt(b);
    out.writeInt(c);
  }

  private static void sulci(Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[] {-1, -1, -1});
      out.writeInt(VERTICES);
      out.writeInt(FACES);
      out.writeInt(1);
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        out.writeFloat((float) Math.sin(vertex % AROUND / 5.0));
      }
    }
  }
}
