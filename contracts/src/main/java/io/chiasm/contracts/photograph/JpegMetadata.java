package io.chiasm.contracts.photograph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** EXIF and XMP of a JPEG file: its APP1 segments before the first scan. */
final class JpegMetadata {
  private static final int APPLICATION_1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] XMP =
      "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);

  private final ByteBuffer file;
  private final ByteArrayOutputStream exif = new ByteArrayOutputStream();
  private byte[] xmp = {};

  private JpegMetadata(byte[] file) {
    this.file = ByteBuffer.wrap(file).position(2);
  }

  /** Empty if the file is no JPEG. */
  static Optional<Metadata> read(byte[] file) {
    if (file.length < 3 || file[0] != (byte) 0xFF || file[1] != (byte) 0xD8) {
      return Optional.empty();
    }
    JpegMetadata reading = new JpegMetadata(file);
    boolean more = true;
    while (more) {
      more = reading.readSegment();
    }
    return Optional.of(new Metadata(reading.exif.toByteArray(), reading.xmp));
  }

  private boolean readSegment() {
    int marker = 0xFF;
    while (marker == 0xFF && file.hasRemaining()) {
      marker = Byte.toUnsignedInt(file.get());
    }
    if (marker == 0xFF || marker == START_OF_SCAN || file.remaining() < 2) {
      return false;
    }
    int length = Short.toUnsignedInt(file.getShort(file.position()));
    if (length < 2 || length > file.remaining()) {
      return false;
    }
    int from = file.position() + 2;
    file.position(file.position() + length);
    if (marker == APPLICATION_1) {
      see(Arrays.copyOfRange(file.array(), from, file.position()));
    }
    return true;
  }

  /** A second block of EXIF data continues the first. */
  private void see(byte[] data) {
    if (begins(data, EXIF)) {
      exif.write(data, EXIF.length, data.length - EXIF.length);
    } else if (begins(data, XMP) && xmp.length == 0) {
      xmp = Arrays.copyOfRange(data, XMP.length, data.length);
    }
  }

  private static boolean begins(byte[] data, byte[] start) {
    return data.length >= start.length
        && Arrays.equals(data, 0, start.length, start, 0, start.length);
  }
}
