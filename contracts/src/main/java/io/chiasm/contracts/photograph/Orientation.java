package io.chiasm.contracts.photograph;

import java.util.Optional;

/**
 * How a photograph's stored pixels are to be turned to be shown as they were taken: the EXIF
 * orientation 1 to 8. Where pixel {@code (row, column)} of the shown photograph is stored: rows and
 * columns are exchanged first ({@link #exchanged}), then counted from the other end.
 *
 * @param tag 1 to 8, 1 for as stored
 */
public record Orientation(int tag) {
  public static final Orientation AS_STORED = new Orientation(1);
  private static final int LAST = 8;

  public Orientation {
    if (tag < 1 || tag > LAST) {
      throw new IllegalArgumentException("orientation " + tag);
    }
  }

  /**
   * What the bytes of a PNG or JPEG file say, by the rules of Pillow's {@code exif_transpose}: EXIF
   * data first (JPEG's APP1, PNG's eXIf or ImageMagick's text), else XMP; a value that is no
   * orientation, as cameras write for unknown, is none. Damage is not this method's concern: what
   * cannot be read says nothing.
   */
  public static Orientation of(byte[] file) {
    Optional<Metadata> metadata = JpegMetadata.read(file).or(() -> PngMetadata.read(file));
    return metadata.map(Metadata::orientation).orElse(AS_STORED);
  }

  /** The orientation of this value; as stored if it is none. */
  static Orientation ofTag(int value) {
    return value < 1 || value > LAST ? AS_STORED : new Orientation(value);
  }

  public boolean asStored() {
    return tag == 1;
  }

  /** Whether the shown photograph's rows are the stored one's columns. */
  public boolean exchanged() {
    return tag >= 5;
  }

  /** Whether stored columns are counted from the right. */
  public boolean fromRight() {
    return tag == 2 || tag == 3 || tag == 7 || tag == 8;
  }

  /** Whether stored rows are counted from the bottom. */
  public boolean fromBottom() {
    return tag == 3 || tag == 4 || tag == 6 || tag == 7;
  }
}
