package io.chiasm.report.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** A figure as one page of PDF: lines and letters as paths, of the drawing's own size. */
final class PdfFile {
  private static final double POINTS_PER_INCH = 72;

  private static final COSName FIGURE = COSName.getPDFName(StandardStructureTypes.Figure);

  private PdfFile() {}

  /**
   * The same bytes for the same figure.
   *
   * @param rendering of it
   */
  static byte[] encoded(Figure figure, Rendering rendering) {
    float width = (float) rendering.width(POINTS_PER_INCH);
    float height = (float) rendering.height(POINTS_PER_INCH);
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(0L); // else the time
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D canvas = new PdfBoxGraphics2D(document, width, height);
      canvas.setImageEncoder(new PdfPictures(rendering.pictures()));
      rendering.paint(canvas, POINTS_PER_INCH);
      canvas.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginMarkedContent(FIGURE, TaggedFigure.MARK);
        content.drawForm(canvas.getXFormObject());
        content.endMarkedContent();
      }
      TaggedFigure.describe(document, page, figure);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of an array in memory
    }
  }
}
