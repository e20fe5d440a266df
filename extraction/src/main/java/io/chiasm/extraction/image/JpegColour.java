package io.chiasm.extraction.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a JPEG file's header says about size and colour. */
final class JpegColour {
  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LAST_FRAME_KIND = 0xCF;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /** Colour transform 0: the components are red, green, blue. */
  private static final byte[] ADOBE_RGB = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private int components;
  private String componentIds = "";
  private boolean jfif;
  private boolean adobe;
  private int adobeTransform;

  void seeApplicationData(int marker, ByteBuffer data) {
    String content = StandardCharsets.ISO_8859_1.decode(data.duplicate()).toString();
    jfif |= marker == 0xE0 && content.length() >= 14 && content.startsWith("JFIF\0");
    if (marker == 0xEE && content.length() >= 12 && content.startsWith("Adobe")) {
      adobe = true;
      adobeTransform = content.charAt(11);
    }
  }

  /** Takes the frame header; passes over other markers. */
  void seeFrame(int marker, ByteBuffer data, ImageLimits limits) throws UnreadableImageException {
    boolean table = marker == HUFFMAN_TABLES || marker == ARITHMETIC_TABLES;
    if (marker < BASELINE || marker > LAST_FRAME_KIND || table) {
      return;
    }
    if (marker > PROGRESSIVE) {
      throw new UnreadableImageException(
          "is a lossless, hierarchical or arithmetic-coded JPEG; baseline or progressive is read");
    }
    if (data.get(0) != 8) {
      throw new UnreadableImageException("is a JPEG of " + data.get(0) + " bits; 8 are read");
    }
    limits.checkSize(Short.toUnsignedInt(data.getShort(3)), Short.toUnsignedInt(data.getShort(1)));
    components = Byte.toUnsignedInt(data.get(5));
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < components; i++) {
      ids.append((char) Byte.toUnsignedInt(data.get(6 + 3 * i)));
    }
    componentIds = ids.toString();
  }

  void checkComplete() throws UnreadableImageException {
    switch (components) {
      case 1, 3 -> {}
      case 0 -> throw new UnreadableImageException("is damaged: no frame header before its scan");
      case 4 ->
          throw new UnreadableImageException(
              "is a CMYK JPEG (4 channels); convert it to RGB, since the result depends on inks");
      default ->
          throw new UnreadableImageException("has " + components + " channels; 1 or 3 are read");
    }
  }

  /** The one marker that makes every decoder see the colour space that libjpeg would guess. */
  byte[] marker() {
    if (components == 1) {
      return new byte[0];
    }
    return rgb() ? ADOBE_RGB.clone() : JFIF.clone();
  }

  /** As {@code default_decompress_parms} in libjpeg decides; all else is YCbCr. */
  private boolean rgb() {
    if (jfif) {
      return false;
    }
    return adobe ? adobeTransform == 0 : componentIds.equals("RGB");
  }
}
