package io.chiasm.contracts.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a tensor as little-endian, row-major elements, made a block at a time. */
final class NpyStream extends InputStream {
  private static final int BLOCK_ELEMENTS = 1 << 15;

  private final ElementSource elements;
  private final int count;
  private int encoded;
  private ByteBuffer block;

  private NpyStream(ElementSource elements, byte[] start) {
    this.elements = elements;
    this.count = Math.toIntExact(elements.shape().elements());
    this.block = ByteBuffer.wrap(start);
  }

  /** The whole file: header, then elements. */
  static NpyStream file(ElementSource elements) {
    return new NpyStream(elements, NpyWriter.header(elements.type(), elements.shape()));
  }

  /** The elements alone. */
  static NpyStream data(ElementSource elements) {
    return new NpyStream(elements, new byte[0]);
  }

  @Override
  public int read() {
    return filled() ? Byte.toUnsignedInt(block.get()) : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int taken = Math.min(length, block.remaining());
    block.get(to, offset, taken);
    return taken;
  }

  /** In whole blocks, without the small buffer that streams usually copy through. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    long written = 0;
    while (filled()) {
      int bytes = block.remaining();
      out.write(block.array(), block.position(), bytes);
      block.position(block.limit());
      written += bytes;
    }
    return written;
  }

  private boolean filled() {
    if (!block.hasRemaining() && encoded < count) {
      int next = Math.min(BLOCK_ELEMENTS, count - encoded);
      int bytes = next * elements.type().bytes();
      if (block.capacity() != bytes) {
        block = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
      }
      block.clear();
      elements.encoder().encode(encoded, next, block);
      encoded += next;
    }
    return block.hasRemaining();
  }
}
