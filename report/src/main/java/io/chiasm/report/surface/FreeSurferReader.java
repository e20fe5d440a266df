package io.chiasm.report.surface;

import io.chiasm.contracts.failure.InputException;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;

/** Reads FreeSurfer's triangle surfaces and per-vertex ("curv") files; big-endian. */
final class FreeSurferReader {
  private static final int SURFACE = 0xfffffe;
  private static final int CURVATURE = 0xffffff;
  private static final int LARGEST = 1_000_000;
  private static final int COMMENT = 1_000;

  private final DataInputStream in;
  private final String name;

  FreeSurferReader(DataInputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** A file such as {@code lh.inflated}. */
  Mesh surface() throws IOException {
    requireMagic(SURFACE, "a FreeSurfer triangle surface");
    skipComment();
    int vertices = count("vertices", LARGEST);
    int faces = count("faces", 2 * LARGEST);
    float[] coordinates = floats(3 * vertices);
    int[] corners = new int[3 * faces];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = in.readInt();
    }
    return new Mesh(coordinates, corners);
  }

  /** A file such as {@code lh.sulc} or {@code lh.curv}: {@code [vertex]}. */
  float[] perVertex() throws IOException {
    requireMagic(CURVATURE, "a FreeSurfer file of one value per vertex");
    int vertices = count("vertices", LARGEST);
    in.readInt(); // number of faces, which says nothing here
    if (in.readInt() != 1) {
      throw new InputException(name + ": more than one value per vertex");
    }
    return floats(vertices);
  }

  private void requireMagic(int magic, String what) throws IOException {
    int found = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (found != magic) {
      throw new InputException(
          String.format(Locale.ROOT, "%s: begins with %06x; %s is wanted", name, found, what));
    }
  }

  /** Text up to two line ends in a row. */
  private void skipComment() throws IOException {
    int last = 0;
    for (int i = 0; i < COMMENT; i++) {
      int next = in.readUnsignedByte();
      if (next == '\n' && last == '\n') {
        return;
      }
      last = next;
    }
    throw new InputException(name + ": its comment does not end");
  }

  private int count(String what, int largest) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > largest) {
      throw new InputException(
          String.format(Locale.ROOT, "%s: %d %s; 1 to %d", name, count, what, largest));
    }
    return count;
  }

  private float[] floats(int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
