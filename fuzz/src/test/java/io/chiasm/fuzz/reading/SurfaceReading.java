package io.chiasm.fuzz.reading;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.surface.SurfaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A folder of surfaces with one hostile file of the left hemisphere in it. */
public final class SurfaceReading {
  /** FreeSurfer's surface of one triangle, without a comment. */
  private static final byte[] TRIANGLE =
      HexFormat.of()
          .parseHex(
              "fffffe" + "0a0a" + "00000003" + "00000001" + "00".repeat(36) + "00".repeat(12));

  /** FreeSurfer's depths of its three vertices. */
  private static final byte[] DEPTHS =
      HexFormat.of().parseHex("ffffff" + "00000003" + "00000001" + "00000001" + "00".repeat(12));

  private SurfaceReading() {}

  public static void freeSurferMesh(byte[] bytes) throws IOException {
    only("lh.inflated", bytes);
  }

  public static void freeSurferDepth(byte[] bytes) throws IOException {
    only("lh.sulc", bytes);
  }

  public static void giftiMesh(byte[] bytes) throws IOException {
    only("infl_left.gii", bytes);
  }

  public static void giftiDepth(byte[] bytes) throws IOException {
    only("sulc_left.gii", bytes);
  }

  public static void packedGifti(byte[] bytes) throws IOException {
    only("infl_left.gii.gz", bytes);
  }

  private static void only(String name, byte[] bytes) throws IOException {
    Path folder = Scratch.folder("surface-of-" + name);
    Files.write(folder.resolve(name), bytes);
    if (name.contains("sulc")) {
      Files.write(folder.resolve("lh.inflated"), TRIANGLE);
    } else {
      Files.write(folder.resolve("lh.sulc"), DEPTHS);
    }
    try {
      SurfaceFolder.open(folder);
    } catch (InputException e) {
      // The left hemisphere was read: no real one would be small enough to start from.
      if (!String.valueOf(e.getMessage()).contains("no file of the right hemisphere")) {
        throw e;
      }
    }
  }
}
