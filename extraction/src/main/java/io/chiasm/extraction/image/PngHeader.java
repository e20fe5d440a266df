package io.chiasm.extraction.image;

import java.nio.ByteBuffer;

/**
 * What a PNG file's first chunk says.
 *
 * @param depth bits per sample
 * @param plain the standard's only compression and set of filters, and no interlacing
 */
record PngHeader(int width, int height, int depth, PngColour colour, boolean plain) {
  private static final int BYTES = 13;

  static PngHeader of(ByteBuffer data, ImageLimits limits) throws UnreadableImageException {
    if (data.remaining() != BYTES) {
      throw new UnreadableImageException("is damaged: its PNG header has the wrong length");
    }
    int width = data.getInt();
    int height = data.getInt();
    limits.checkSize(Integer.toUnsignedLong(width), Integer.toUnsignedLong(height));
    int depth = Byte.toUnsignedInt(data.get());
    PngColour colour = PngColour.of(Byte.toUnsignedInt(data.get()), depth);
    int compressionFilterInterlace = data.get(10) | data.get(11) | data.get(12);
    return new PngHeader(width, height, depth, colour, compressionFilterInterlace == 0);
  }
}
