package io.chiasm.extraction.image;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A JPEG file whose header was read and whose application data (profiles, thumbnails) was left out;
 * one marker of our own states the colour space by libjpeg's rules, which Pillow follows and
 * ImageIO does not always.
 */
final class JpegFile {
  private static final int START_OF_SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION_0 = 0xE0;
  private static final int APPLICATION_15 = 0xEF;

  /** A progressive file can ask for a pass over the image every few bytes; real ones need ten. */
  private static final int MOST_SCANS = 500;

  private final ByteBuffer file;
  private final JpegColour colour = new JpegColour();
  private final ByteArrayOutputStream tables = new ByteArrayOutputStream();

  private JpegFile(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).position(2);
  }

  static boolean recognises(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xFF
        && bytes[1] == (byte) 0xD8
        && bytes[2] == (byte) 0xFF;
  }

  /** Reads up to the first scan, checking size and kind. */
  static JpegFile read(byte[] bytes, ImageLimits limits) throws UnreadableImageException {
    JpegFile jpeg = new JpegFile(bytes);
    try {
      boolean more = true;
      while (more) {
        more = jpeg.readSegment(limits);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new UnreadableImageException("is truncated: it ends within the JPEG header");
    }
    jpeg.checkScans();
    return jpeg;
  }

  /** A JPEG file of the same pixels and nothing else. */
  byte[] essential() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.capacity());
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    out.writeBytes(colour.marker());
    out.writeBytes(tables.toByteArray());
    out.write(file.array(), file.position(), file.remaining());
    return out.toByteArray();
  }

  /** Reads one marker with its data; leaves the position before the first scan. */
  private boolean readSegment(ImageLimits limits) throws UnreadableImageException {
    int at = file.position();
    int marker = nextMarker();
    if (marker == START_OF_SCAN) {
      file.position(at);
      colour.checkComplete();
      return false;
    }
    int length = Short.toUnsignedInt(file.getShort(file.position()));
    ByteBuffer data = file.slice(file.position() + 2, length - 2);
    file.position(file.position() + length);
    if (marker >= APPLICATION_0 && marker <= APPLICATION_15) {
      colour.seeApplicationData(marker, data);
    } else if (marker != COMMENT) {
      colour.seeFrame(marker, data, limits);
      tables.write(file.array(), at, file.position() - at);
    }
    return true;
  }

  private int nextMarker() throws UnreadableImageException {
    if (Byte.toUnsignedInt(file.get()) != 0xFF) {
      throw new UnreadableImageException(
          "is damaged: no JPEG marker at byte " + (file.position() - 1));
    }
    int marker = 0xFF;
    while (marker == 0xFF) {
      marker = Byte.toUnsignedInt(file.get());
    }
    return marker;
  }

  private void checkScans() throws UnreadableImageException {
    int scans = 0;
    for (int i = file.position(); i + 1 < file.limit(); i++) {
      if (file.get(i) == (byte) 0xFF && file.get(i + 1) == (byte) START_OF_SCAN) {
        scans++;
      }
    }
    if (scans > MOST_SCANS) {
      throw new UnreadableImageException(
          "has " + scans + " JPEG scans, more than the " + MOST_SCANS + " allowed");
    }
  }
}
