package io.chiasm.report.surface;

import java.io.ByteArrayInputStream;

/** Lets tests of other packages read what was written with the project's own reader. */
public final class GiftiTexts {
  private GiftiTexts() {}

  /** Values of the first array. */
  public static float[] values(byte[] gifti) {
    return GiftiReader.read(new ByteArrayInputStream(gifti), "map").get(0).values();
  }
}
