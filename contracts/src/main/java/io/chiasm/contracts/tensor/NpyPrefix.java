package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Everything in a {@code .npy} file before its first element, of an array of any type; format
 * versions 1.0, 2.0 and 3.0.
 *
 * @param said what its dictionary says
 * @param bytes its length
 */
record NpyPrefix(NpyDict.Said said, long bytes) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Leaves the stream at the first element. */
  static NpyPrefix read(InputStream in, String source, NpyLimits limits) throws IOException {
    byte[] start = exactly(in, MAGIC.length + 2, source);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw notNpy(start, source);
    }
    int major = start[MAGIC.length];
    int minor = start[MAGIC.length + 1];
    if (major < 1 || major > 3 || minor != 0) {
      throw new InputException(
          source + ": .npy version " + major + "." + minor + ", known are 1.0, 2.0 and 3.0");
    }
    int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
    long length = unsigned(exactly(in, lengthBytes, source));
    limits.checkHeader(length, source);
    byte[] dict = exactly(in, (int) length, source);
    return new NpyPrefix(
        NpyDict.parse(
            new String(dict, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
            source),
        start.length + lengthBytes + length);
  }

  private static long unsigned(byte[] littleEndian) {
    ByteBuffer bytes = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
    return littleEndian.length == Short.BYTES
        ? Short.toUnsignedLong(bytes.getShort())
        : Integer.toUnsignedLong(bytes.getInt());
  }

  private static byte[] exactly(InputStream in, int count, String source) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new InputException(source + ": ends within the .npy header");
    }
    return bytes;
  }

  private static InputException notNpy(byte[] start, String source) {
    boolean zip = start[0] == 'P' && start[1] == 'K';
    return new InputException(
        source
            + (zip
                ? ": is a zip or .npz archive; take the .npy file out of it"
                : ": is not a .npy file (it does not begin with \\x93NUMPY)"));
  }
}
