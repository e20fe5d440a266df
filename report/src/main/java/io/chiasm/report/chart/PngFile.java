package io.chiasm.report.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * An image as PNG of 8 bits a channel that knows its size in print, and what it shows (ISO/IEC
 * 15948).
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final double METRES_PER_INCH = 0.0254;
  private static final byte BITS = 8;
  private static final byte TRUECOLOUR = 2;
  private static final byte PER_METRE = 1;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  private PngFile(int width, int height, double dotsPerInch) {
    int dotsPerMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
    file.writeBytes(SIGNATURE);
    // Packed, filtered and ordered in the only way there is, and the usual one.
    byte[] methods = {0, 0, 0};
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk("IHDR", header.put(BITS).put(TRUECOLOUR).put(methods).array());
    ByteBuffer size = ByteBuffer.allocate(9).putInt(dotsPerMetre).putInt(dotsPerMetre);
    chunk("pHYs", size.put(PER_METRE).array());
  }

  /**
   * @param rows as {@link PngRows} packs them
   */
  static byte[] encoded(int width, int height, double dotsPerInch, byte[] rows) {
    return new PngFile(width, height, dotsPerInch).finished(rows);
  }

  /**
   * @param rows as {@link PngRows} packs them
   * @param alternative what the image shows, in words
   */
  static byte[] encoded(
      int width, int height, double dotsPerInch, byte[] rows, String alternative) {
    PngFile png = new PngFile(width, height, dotsPerInch);
    png.chunk("iTXt", description(alternative));
    return png.finished(rows);
  }

  private byte[] finished(byte[] rows) {
    chunk("IDAT", rows);
    chunk("IEND", new byte[0]);
    return file.toByteArray();
  }

  /** Length, name, content and the check of both. */
  private void chunk(String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(type);
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  /** As PNG's own keyword for it, not packed, in English and UTF-8. */
  private static byte[] description(String alternative) {
    return ("Description\0\0\0en\0\0" + alternative).getBytes(StandardCharsets.UTF_8);
  }
}
