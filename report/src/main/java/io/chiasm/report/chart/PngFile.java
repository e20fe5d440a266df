package io.chiasm.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** An image as PNG that knows its size in print, and what it shows. */
final class PngFile {
  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final double METRES_PER_INCH = 0.0254;

  private PngFile() {}

  static byte[] encoded(BufferedImage image, double dotsPerInch) {
    return encoded(image, resolution(dotsPerInch));
  }

  /**
   * @param alternative what the image shows, in words
   */
  static byte[] encoded(BufferedImage image, double dotsPerInch, String alternative) {
    IIOMetadataNode root = resolution(dotsPerInch);
    root.appendChild(description(alternative));
    return encoded(image, root);
  }

  private static byte[] encoded(BufferedImage image, IIOMetadataNode about) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
      metadata.mergeTree(FORMAT, about);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(double dotsPerInch) {
    String dotsPerMetre = Long.toString(Math.round(dotsPerInch / METRES_PER_INCH));
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", dotsPerMetre);
    size.setAttribute("pixelsPerUnitYAxis", dotsPerMetre);
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(size);
    return root;
  }

  /** As PNG's own keyword for it, in UTF-8. */
  private static IIOMetadataNode description(String alternative) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", "Description");
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "en");
    entry.setAttribute("translatedKeyword", "");
    entry.setAttribute("text", alternative);
    IIOMetadataNode texts = new IIOMetadataNode("iTXt");
    texts.appendChild(entry);
    return texts;
  }
}
