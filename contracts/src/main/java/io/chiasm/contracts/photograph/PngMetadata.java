package io.chiasm.contracts.photograph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * EXIF and XMP of a PNG file: its eXIf chunk, the text chunk that ImageMagick and ExifTool write
 * EXIF data into, and the international text chunk of XMP.
 */
final class PngMetadata {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_FRAME = 12;
  private static final String XMP = "XML:com.adobe.xmp";
  private static final String EXIF_TEXT = "Raw profile type exif";

  /** A packed text must not fill the memory. */
  private static final int LONGEST_TEXT = 1 << 22;

  private byte[] exif = {};
  private Text exifText = Text.NONE;
  private Text xmp = Text.NONE;

  private PngMetadata() {}

  /** Unpacked only when it is the one that counts: a file may hold thousands. */
  private record Text(ByteBuffer bytes, boolean packed) {
    static final Text NONE = new Text(ByteBuffer.allocate(0), false);

    byte[] plain() {
      byte[] text = PngMetadata.bytes(bytes.duplicate());
      return packed ? unpacked(text) : text;
    }
  }

  /** Empty if the file is no PNG. */
  static Optional<Metadata> read(byte[] file) {
    int start = SIGNATURE.length;
    if (file.length < start || !Arrays.equals(file, 0, start, SIGNATURE, 0, start)) {
      return Optional.empty();
    }
    PngMetadata reading = new PngMetadata();
    ByteBuffer rest = ByteBuffer.wrap(file).position(start);
    while (rest.remaining() >= CHUNK_FRAME) {
      int length = rest.getInt();
      byte[] type = new byte[4];
      rest.get(type);
      if (length < 0 || length > rest.remaining() - 4) {
        break;
      }
      reading.see(
          new String(type, StandardCharsets.ISO_8859_1), rest.slice(rest.position(), length));
      rest.position(rest.position() + length + 4);
    }
    byte[] exif = reading.exif.length > 0 ? reading.exif : fromText(reading.exifText.plain());
    return Optional.of(new Metadata(withoutName(exif), reading.xmp.plain()));
  }

  private void see(String type, ByteBuffer chunk) {
    switch (type) {
      case "eXIf" -> exif = bytes(chunk);
      case "tEXt" -> seeText(chunk, 1, false);
      case "zTXt" -> seeText(chunk, 2, true);
      case "iTXt" -> seeInternational(chunk);
      default -> {}
    }
  }

  private void seeText(ByteBuffer chunk, int afterKeyword, boolean packed) {
    byte[] data = bytes(chunk);
    int end = indexOfZero(data, 0);
    if (end >= 0 && keyword(data, end).equals(EXIF_TEXT) && end + afterKeyword <= data.length) {
      exifText = text(data, end + afterKeyword, packed);
    }
  }

  /** Keyword, flag and method of packing, language, translated keyword, text. */
  private void seeInternational(ByteBuffer chunk) {
    byte[] data = bytes(chunk);
    int end = indexOfZero(data, 0);
    int language = end < 0 ? -1 : indexOfZero(data, end + 3);
    int translated = language < 0 ? -1 : indexOfZero(data, language + 1);
    if (translated >= 0) {
      Text text = text(data, translated + 1, data[end + 1] == 1);
      if (keyword(data, end).equals(XMP)) {
        xmp = text;
      } else if (keyword(data, end).equals(EXIF_TEXT)) {
        exifText = text;
      }
    }
  }

  private static Text text(byte[] data, int from, boolean packed) {
    return new Text(ByteBuffer.wrap(data, from, data.length - from), packed);
  }

  /** After an empty line, the profile's name and its length: lines of hexadecimal digits. */
  private static byte[] fromText(byte[] text) {
    String[] lines = new String(text, StandardCharsets.ISO_8859_1).split("\n", -1);
    try {
      String digits =
          String.join("", Arrays.asList(lines).subList(Math.min(3, lines.length), lines.length));
      return HexFormat.of().parseHex(digits.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] withoutName(byte[] exif) {
    boolean named = exif.length >= 6 && keyword(exif, 6).equals("Exif\0\0");
    return named ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
  }

  private static byte[] unpacked(byte[] text) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(text))) {
      return in.readNBytes(LONGEST_TEXT);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(ByteBuffer chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.get(bytes);
    return bytes;
  }

  private static String keyword(byte[] data, int end) {
    return new String(data, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static int indexOfZero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }
}
