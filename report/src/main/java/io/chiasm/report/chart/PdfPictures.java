package io.chiasm.report.chart;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder;
import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder.IPdfBoxGraphics2DImageEncoderEnv.ImageInterpolation;
import java.awt.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A figure's pictures in a PDF: the rows of a PNG file are images there as they are (ISO 32000-1,
 * 7.4.4.4), so pictures need not be packed a second time.
 */
final class PdfPictures implements IPdfBoxGraphics2DImageEncoder {
  private static final int BITS = 8;

  /** Each row tells its filter, as in PNG. */
  private static final int PNG_ROWS = 15;

  private final List<Picture> pictures;

  PdfPictures(List<Picture> pictures) {
    this.pictures = pictures;
  }

  @Override
  public PDImageXObject encodeImage(
      PDDocument document,
      PDPageContentStream content,
      Image image,
      IPdfBoxGraphics2DImageEncoderEnv environment) {
    Picture picture = pictures.stream().filter(known -> known.is(image)).findFirst().orElseThrow();
    try {
      PDImageXObject encoded =
          new PDImageXObject(
              document,
              new ByteArrayInputStream(picture.packed()),
              COSName.FLATE_DECODE,
              picture.width(),
              picture.height(),
              BITS,
              PDDeviceRGB.INSTANCE);
      encoded.getCOSObject().setItem(COSName.DECODE_PARMS, rows(picture));
      encoded.setInterpolate(environment.getImageInterpolation() == ImageInterpolation.Interpolate);
      return encoded;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of an array in memory
    }
  }

  private static COSDictionary rows(Picture picture) {
    COSDictionary rows = new COSDictionary();
    rows.setInt(COSName.PREDICTOR, PNG_ROWS);
    rows.setInt(COSName.COLORS, PngRows.CHANNELS);
    rows.setInt(COSName.BITS_PER_COMPONENT, BITS);
    rows.setInt(COSName.COLUMNS, picture.width());
    return rows;
  }
}
