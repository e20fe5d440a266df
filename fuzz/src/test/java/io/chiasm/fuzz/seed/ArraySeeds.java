package io.chiasm.fuzz.seed;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Masks and responses of a few vertices. */
final class ArraySeeds {
  private ArraySeeds() {}

  static Map<String, byte[]> all() throws IOException {
    ByteArrayOutputStream mask = new ByteArrayOutputStream();
    NpyWriter.write(mask, new LongTensor(Shape.of(6), new long[] {0, 1, 2, 0, 1, 2}));
    ByteArrayOutputStream single = new ByteArrayOutputStream();
    NpyWriter.write(single, FloatTensor.zeros(3, 4));
    ByteArrayOutputStream wide = new ByteArrayOutputStream();
    NpyWriter.write(wide, new DoubleTensor(Shape.of(2, 1), new double[] {0.1, -1e300}));
    return Map.of(
        "many-digits.npy", headed("(" + "1".repeat(60) + "x)"),
        "many-axes.npy", headed("(" + "1,".repeat(30_000) + ")"),
        "made-mask.npy", mask.toByteArray(),
        "made-single.npy", single.toByteArray(),
        "made-wide.npy", wide.toByteArray());
  }

  /** A file that is all header: shapes that a pattern can take long over. */
  private static byte[] headed(String shape) {
    String dict = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}";
    ByteBuffer file = ByteBuffer.allocate(10 + dict.length()).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    file.putShort((short) dict.length());
    return file.put(dict.getBytes(StandardCharsets.US_ASCII)).array();
  }
}
