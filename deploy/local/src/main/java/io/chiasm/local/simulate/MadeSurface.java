package io.chiasm.local.simulate;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.surface.Icosphere;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An inflated cortex that nobody has: an egg with made gyri and sulci, and the made areas as
 * patches around its posterior pole, where people have theirs. It has as many vertices as
 * fsaverage5, 6 or fsaverage, numbered so that those of the areas come first, in the areas' order.
 * Left and right mirror each other. FreeSurfer's formats, so that any program shows it.
 */
final class MadeSurface {
  /** Share of the cortex that the areas cover; the Algonauts data's vertices cover as much. */
  private static final double COVERED = 0.24;

  private static final int COARSEST = 5;
  private static final int FINEST = 7;

  /** Half axes in millimetres: lateral to medial, posterior to anterior, ventral to dorsal. */
  private static final double[] AXES = {42, 84, 52};

  /** Of the medial side, which is flat in people. */
  private static final double MEDIAL = 0.5;

  private static final int WAVES = 24;

  /** Radians over the sphere's radius: gyri are about a centimetre wide. */
  private static final double WAVE_NUMBER = 24;

  private static final int VOLUME_TAG = 20;

  /** The scan that a surface came from, which readers look for: one of FreeSurfer's usual size. */
  private static final String VOLUME =
      """
      valid = 1  # volume info valid
      filename = none.mgz
      volume = 256 256 256
      voxelsize = 1 1 1
      xras   = -1 0 0
      yras   = 0 0 -1
      zras   = 0 1 0
      cras   = 0 0 0
      """;

  private static final int TRIANGLE_FILE = 0xFFFFFE;
  private static final int CURVATURE_FILE = 0xFFFFFF;

  /** {@code [vertex][lateral, anterior, dorsal]} on the unit sphere. */
  private final double[][] sphere;

  private final int[][] triangles;
  private final int covered;

  /**
   * @param vertices the most that a hemisphere of a participant has
   */
  MadeSurface(int vertices) {
    int times = COARSEST;
    while (times < FINEST && (int) (COVERED * count(times)) < vertices) {
      times++;
    }
    Icosphere made = new Icosphere(times);
    double[][] unsorted = made.vertices();
    covered = (int) (COVERED * unsorted.length);
    int[] order = order(unsorted, covered);
    int[] number = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      number[order[i]] = i;
    }
    sphere = Arrays.stream(order).mapToObj(v -> unsorted[v]).toArray(double[][]::new);
    triangles =
        Arrays.stream(made.triangles())
            .map(corners -> Arrays.stream(corners).map(v -> number[v]).toArray())
            .toArray(int[][]::new);
  }

  private static int count(int times) {
    return 10 * (1 << (2 * times)) + 2;
  }

  /** Vertices that areas cover; they are numbered from 0. */
  int covered() {
    return covered;
  }

  /** The direction of a covered vertex: lateral, anterior, dorsal. */
  double[] direction(int vertex) {
    return sphere[vertex].clone();
  }

  /** Each area takes what is nearest to its place and still free, in turn; the rest follows. */
  private static int[] order(double[][] vertices, int covered) {
    List<Integer> free = new ArrayList<>();
    for (int v = 0; v < vertices.length; v++) {
      free.add(v);
    }
    List<Integer> order = new ArrayList<>(vertices.length);
    double share = 0;
    for (Area area : Area.values()) {
      share += area.share();
      int wanted = (int) Math.round(share * covered) - order.size();
      free.sort(Comparator.comparingDouble(v -> -area.nearness(vertices[v])));
      order.addAll(free.subList(0, wanted));
      free = new ArrayList<>(free.subList(wanted, free.size()));
    }
    free.sort(Comparator.naturalOrder());
    order.addAll(free);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Writes {@code lh.inflated}, {@code lh.sulc} and the right ones. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    float[] depth = depth();
    for (Hemisphere hemisphere : Hemisphere.values()) {
      String name = hemisphere.label() + ".";
      try (DataOutputStream out = open(folder.resolve(name + "inflated"))) {
        mesh(out, hemisphere);
      }
      try (DataOutputStream out = open(folder.resolve(name + "sulc"))) {
        perVertex(out, depth);
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private void mesh(DataOutputStream out, Hemisphere hemisphere) throws IOException {
    boolean left = hemisphere == Hemisphere.LH;
    three(out, TRIANGLE_FILE);
    out.write("made by Chiasm: no brain was scanned\n\n".getBytes(StandardCharsets.US_ASCII));
    out.writeInt(sphere.length);
    out.writeInt(triangles.length);
    for (double[] unit : sphere) {
      double lateral = AXES[0] * unit[0] * (unit[0] < 0 ? MEDIAL : 1);
      out.writeFloat((float) (left ? -lateral : lateral));
      out.writeFloat((float) (AXES[1] * unit[1]));
      out.writeFloat((float) (AXES[2] * unit[2]));
    }
    for (int[] corners : triangles) {
      // The left one is a mirror image, so its triangles would face inwards.
      out.writeInt(corners[0]);
      out.writeInt(corners[left ? 2 : 1]);
      out.writeInt(corners[left ? 1 : 2]);
    }
    out.writeInt(VOLUME_TAG);
    out.write(VOLUME.getBytes(StandardCharsets.US_ASCII));
  }

  private static void perVertex(DataOutputStream out, float[] values) throws IOException {
    three(out, CURVATURE_FILE);
    out.writeInt(values.length);
    out.writeInt(0);
    out.writeInt(1);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static void three(DataOutputStream out, int value) throws IOException {
    out.writeByte(value >> 16);
    out.writeShort(value);
  }

  /** Waves in all directions add up to ridges and furrows of one width. */
  private float[] depth() {
    Draws draws = new Draws(0, "folds", 0);
    double[][] waves = new double[WAVES][];
    double[] phases = new double[WAVES];
    for (int w = 0; w < WAVES; w++) {
      double[] d = {draws.normal(), draws.normal(), draws.normal()};
      double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
      waves[w] = new double[] {d[0] / length, d[1] / length, d[2] / length};
      phases[w] = draws.uniform(0, 2 * Math.PI);
    }
    float[] depth = new float[sphere.length];
    for (int v = 0; v < depth.length; v++) {
      double sum = 0;
      for (int w = 0; w < WAVES; w++) {
        double along =
            waves[w][0] * sphere[v][0] + waves[w][1] * sphere[v][1] + waves[w][2] * sphere[v][2];
        sum += StrictMath.cos(WAVE_NUMBER * along + phases[w]);
      }
      depth[v] = (float) sum;
    }
    return depth;
  }
}
