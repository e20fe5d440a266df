package io.chiasm.extractor.extraction;

import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A float32 {@code .npy} file of known shape, written from front to back. */
final class NpyFile implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final int PIECE = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer piece =
      ByteBuffer.allocateDirect(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  NpyFile(Path file, Shape shape) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(ByteBuffer.wrap(header(shape)));
  }

  void append(float[] values) throws IOException {
    for (int from = 0; from < values.length; from += PIECE) {
      int count = Math.min(PIECE, values.length - from);
      piece.clear().asFloatBuffer().put(values, from, count);
      write(piece.limit(count * Float.BYTES));
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte[] header(Shape shape) {
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    int unpadded = 10 + text.length() + 1;
    int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) (length - 10));
    bytes.put((text + " ".repeat(length - unpadded) + "\n").getBytes(StandardCharsets.US_ASCII));
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
