package io.chiasm.extraction.image;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.photograph.Orientation;
import java.util.HexFormat;

/**
 * Decodes PNG and JPEG files to the pixels that Pillow's {@code Image.open(f).convert("RGB")} gives
 * once {@code ImageOps.exif_transpose} has turned them as their EXIF orientation says: transparency
 * is dropped, not blended; colour profiles and gamma are not applied; 16-bit colours keep their
 * high byte. A photograph that is not turned has its hemifields on other sides.
 *
 * <p>Two differences, both on purpose:
 *
 * <ol>
 *   <li>16-bit grey keeps its high byte too. Pillow (12.3 and 13.0) cuts it at 255, which makes
 *       nearly any such photograph white.
 *   <li>A truncated or damaged file is always refused. Pillow refuses most of these too, but fills
 *       in some damaged JPEG data, and an invented patch must not enter a study.
 * </ol>
 *
 * <p>Refused as well: animations, JPEGs in CMYK or with more than 8 bits, and what exceeds the
 * limits, which are checked before anything is decoded. Safe for use by several threads.
 */
public final class PhotographDecoder {
  private static final int SHOWN_BYTES = 4;

  private final ImageLimits limits;

  public PhotographDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /**
   * Pixels of one photograph.
   *
   * @param name stimulus or file, for error messages
   * @param bytes the whole file
   * @throws InputException if the bytes are not a whole, sound PNG or JPEG file within the limits
   */
  public RgbImage decode(String name, byte[] bytes) {
    try {
      limits.checkBytes(bytes.length);
      return TurnedPixels.of(stored(bytes), Orientation.of(bytes));
    } catch (UnreadableImageException e) {
      throw new InputException(name + " " + e.getMessage(), e);
    }
  }

  private RgbImage stored(byte[] bytes) throws UnreadableImageException {
    if (PngFile.recognises(bytes)) {
      return PngPixels.of(PngFile.read(bytes, limits));
    }
    if (JpegFile.recognises(bytes)) {
      return JpegPixels.of(JpegFile.read(bytes, limits));
    }
    throw new UnreadableImageException("is not a PNG or JPEG file: " + beginning(bytes));
  }

  private static String beginning(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    int shown = Math.min(SHOWN_BYTES, bytes.length);
    return "it begins with the bytes "
        + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, shown);
  }
}
