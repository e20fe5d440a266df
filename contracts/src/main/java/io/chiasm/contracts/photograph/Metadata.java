package io.chiasm.contracts.photograph;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's descriptions of itself. */
final class Metadata {
  private static final Pattern XMP_ORIENTATION =
      Pattern.compile("tiff:Orientation(?:=\"|>)([0-9])");

  private final byte[] exif;
  private final byte[] xmp;

  /**
   * @param exif a TIFF file's bytes, empty if there is none
   * @param xmp an XML text's bytes, empty if there is none
   */
  Metadata(byte[] exif, byte[] xmp) {
    this.exif = exif;
    this.xmp = xmp;
  }

  Orientation orientation() {
    OptionalInt tag = ExifTag.orientation(exif);
    return Orientation.ofTag(tag.isPresent() ? tag.getAsInt() : inXmp());
  }

  private int inXmp() {
    Matcher found = XMP_ORIENTATION.matcher(new String(xmp, StandardCharsets.ISO_8859_1));
    return found.find() ? Integer.parseInt(found.group(1)) : 1;
  }
}
