package io.chiasm.report.export;

import java.nio.ByteBuffer;

/**
 * One value per vertex in FreeSurfer's MGH format: a big-endian header of 284 bytes, then float32.
 * https://surfer.nmr.mgh.harvard.edu/fswiki/FsTutorial/MghFormat
 */
final class MghFile {
  private static final int HEADER = 284;
  private static final int VERSION = 1;
  private static final int FLOAT32 = 3;

  private MghFile() {}

  /**
   * @param values {@code [vertex]}, NaN where there is none
   */
  static byte[] of(float[] values) {
    ByteBuffer file = ByteBuffer.allocate(HEADER + 4 * values.length);
    file.putInt(VERSION).putInt(values.length).putInt(1).putInt(1).putInt(1);
    file.putInt(FLOAT32).putInt(0);
    file.putShort((short) 1); // the geometry below is valid
    file.putFloat(1).putFloat(1).putFloat(1);
    file.putFloat(-1).putFloat(0).putFloat(0);
    file.putFloat(0).putFloat(0).putFloat(-1);
    file.putFloat(0).putFloat(1).putFloat(0);
    file.putFloat(0).putFloat(0).putFloat(0);
    file.position(HEADER);
    file.asFloatBuffer().put(values);
    return file.array();
  }
}
