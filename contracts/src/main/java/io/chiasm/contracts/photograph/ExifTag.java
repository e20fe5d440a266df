package io.chiasm.contracts.photograph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Finds a number in the first directory of EXIF data, which has the form of a TIFF file. */
final class ExifTag {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private ExifTag() {}

  static OptionalInt orientation(byte[] exif) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(exif);
      boolean little = exif.length > 1 && exif[0] == 'I' && exif[1] == 'I';
      boolean big = exif.length > 1 && exif[0] == 'M' && exif[1] == 'M';
      tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      return little || big ? inDirectory(tiff, tiff.getInt(4)) : OptionalInt.empty();
    } catch (IndexOutOfBoundsException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt inDirectory(ByteBuffer tiff, int directory) {
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        return value(tiff, entry);
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt value(ByteBuffer tiff, int entry) {
    int at = entry + 8;
    return switch (Short.toUnsignedInt(tiff.getShort(entry + 2))) {
      case SHORT -> OptionalInt.of(Short.toUnsignedInt(tiff.getShort(at)));
      case LONG -> OptionalInt.of(tiff.getInt(at));
      default -> OptionalInt.empty();
    };
  }
}
