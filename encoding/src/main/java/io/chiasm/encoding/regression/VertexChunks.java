package io.chiasm.encoding.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many vertices a worker holds at a time. */
public final class VertexChunks {
  /** Enough for BLAS to reach its speed; more gains nothing. */
  private static final int WIDEST = 512;

  private static final int NARROWEST = 16;

  /** Bytes per vertex and training stimulus: a float64 copy and two float32 ones. */
  private static final int BYTES = 16;

  private VertexChunks() {}

  /** Chunk width such that all workers' buffers stay within a number of bytes. */
  public static int width(long bytes, int threads, int training) {
    long width = bytes / ((long) threads * training * BYTES);
    return (int) Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /** What all workers' buffers of this width take. */
  public static long bytes(int width, int threads, int training) {
    return (long) width * threads * training * BYTES;
  }

  /** Cuts a list of vertices into pieces of at most {@code width}. */
  public static List<int[]> of(int[] vertices, int width) {
    List<int[]> chunks = new ArrayList<>();
    for (int from = 0; from < vertices.length; from += width) {
      chunks.add(Arrays.copyOfRange(vertices, from, Math.min(from + width, vertices.length)));
    }
    return chunks;
  }
}
