package io.chiasm.extraction.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reading through ImageIO, down to raw rasters: {@code BufferedImage.getRGB} converts greys through
 * a linear colour space and is off by up to 73 levels.
 */
final class ImageReading {
  private ImageReading() {}

  /** The only image's raster, without any colour conversion beyond the file format's own. */
  static Raster raster(String format, byte[] bytes) throws UnreadableImageException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input, true, true);
      Raster raster = reader.read(0).getRaster();
      if (!warnings.isEmpty()) {
        throw new UnreadableImageException("is truncated or damaged: " + warnings.get(0));
      }
      return raster;
    } catch (IOException | RuntimeException e) {
      // Readers answer damage with nearly any exception.
      throw new UnreadableImageException("is truncated or damaged: " + words(e));
    } finally {
      reader.dispose();
    }
  }

  private static String words(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
