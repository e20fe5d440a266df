package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.photograph.Orientation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Whether an image file can be read. */
final class ImageProbe {
  /** A stimulus has 425 pixels a side; a bomb of a few kilobytes may claim many millions. */
  private static final long MOST_PIXELS = 1L << 26;

  /** Deflate packs no tighter, and JPEG's pixels are bounded by their number. */
  private static final long MOST_INFLATION = 1032;

  /** No longer file is extracted from. */
  private static final int MOST_BYTES = 64 << 20;

  static final String RIGHT = "a readable PNG or JPEG";

  private ImageProbe() {}

  /** What is wrong with the file, or empty. */
  static Optional<String> problem(Path file, CheckDepth depth) {
    try {
      switch (depth) {
        case QUICK -> checkStart(file);
        case FULL -> decode(file);
      }
      return Optional.empty();
    } catch (DefectException e) {
      return Optional.of(e.wrong());
    }
  }

  /** How the photograph is to be turned to be shown. */
  static Orientation orientation(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Orientation.of(in.readNBytes(MOST_BYTES));
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e));
    }
  }

  static BufferedImage decode(Path file) {
    checkStart(file);
    try (InputStream in = Files.newInputStream(file);
        ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw unreadable(file, "of no known image format");
      }
      return decode(file, readers.next(), stream);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers throw all kinds of unchecked exceptions for broken files.
      throw e instanceof DefectException defect ? defect : unreadable(file, String.valueOf(e));
    }
  }

  private static BufferedImage decode(Path file, ImageReader reader, ImageInputStream stream)
      throws IOException {
    try {
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw unreadable(file, pixels + " pixels, more than " + MOST_PIXELS);
      }
      requireFilled(file, reader, pixels);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** The reader makes room for all pixels that a PNG claims before it reads the first. */
  private static void requireFilled(Path file, ImageReader reader, long pixels) throws IOException {
    boolean png = reader.getFormatName().equalsIgnoreCase("png");
    int bits = png ? reader.getImageTypes(0).next().getColorModel().getPixelSize() : 0;
    if (pixels * bits / Byte.SIZE > MOST_INFLATION * Files.size(file)) {
      throw unreadable(file, "its data cannot fill " + pixels + " pixels");
    }
  }

  private static void checkStart(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(8);
      boolean png = start.length == 8 && start[0] == (byte) 0x89 && start[1] == 'P';
      boolean jpeg = start.length == 8 && start[0] == (byte) 0xff && start[1] == (byte) 0xd8;
      if (!png && !jpeg) {
        throw unreadable(file, notAnImage(file));
      }
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e));
    }
  }

  private static String notAnImage(Path file) {
    return TextLink.is(file)
        ? "it holds the text of a symbolic link that leads to no image of the data set"
        : "it does not begin as a PNG or JPEG";
  }

  private static DefectException unreadable(Path file, String why) {
    return new DefectException(file, "the image cannot be read (" + why + ")", RIGHT);
  }
}
