package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.colour.Diverging;
import io.chiasm.report.figure.StudyFigures;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.StudyStatistics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFileTest {
  private static final float DOTS_PER_INCH = 300;

  /** Of 255: two painters smooth the edges of letters and lines differently. */
  private static final double EDGES = 4;

  @Test
  void aPageShowsWhatTheBitmapShows() throws IOException {
    Figure figure = bars();
    byte[] pdf = new PrintedFigure(figure).pdf();
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(new PrintedFigure(figure).png()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
      assertThat(page.getWidth()).isBetween(png.getWidth() - 1, png.getWidth() + 1);
      assertThat(difference(page, png)).isLessThan(EDGES);
    }
  }

  @Test
  void itHoldsPathsAndNeitherAPictureNorAFont() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PrintedFigure(bars()).pdf())) {
      assertThat(document.getPage(0).getResources().getFontNames()).isEmpty();
      assertThat(new PDFTextStripper().getText(document)).isBlank();
      document
          .getDocument()
          .getXrefTable()
          .keySet()
          .forEach(
              key ->
                  assertThat(String.valueOf(document.getDocument().getObjectFromPool(key)))
                      .doesNotContain("Image"));
    }
  }

  @Test
  void theSameFigureGivesTheSameBytes() {
    assertThat(new PrintedFigure(bars()).pdf()).isEqualTo(new PrintedFigure(bars()).pdf());
  }

  @Test
  void picturesOfAMapAreThereWhereTheyAreInTheBitmap() throws IOException {
    BufferedImage red = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 60 * 40; pixel++) {
      red.setRGB(pixel % 60, pixel / 60, 0xC02020);
    }
    SurfaceFigure figure = map(red);
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(new PrintedFigure(figure).png()));
    try (PDDocument document = Loader.loadPDF(new PrintedFigure(figure).pdf())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
      assertThat(difference(page, png)).isLessThan(EDGES);
    }
  }

  @Test
  void aPictureOfAMapIsTheSameInThePageAndInTheDrawing() throws IOException {
    // Given
    Random random = new Random(3);
    BufferedImage noise = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 31 * 17; pixel++) {
      noise.setRGB(pixel % 31, pixel / 31, random.nextInt(1 << 24));
    }
    SurfaceFigure figure = map(noise);
    // When
    String svg = figure.svg(Lettering.TEXT);
    byte[] pdf = new PrintedFigure(figure).pdf();
    // Then
    String start = "data:image/png;base64,";
    String base64 = svg.substring(svg.indexOf(start) + start.length()).split("\"", 2)[0];
    byte[] png = Base64.getDecoder().decode(base64);
    assertThat(difference(ImageIO.read(new ByteArrayInputStream(png)), noise)).isZero();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<BufferedImage> pictures = pictures(document);
      assertThat(pictures).hasSize(1);
      assertThat(difference(pictures.get(0), noise)).isZero();
      assertThat(pictures.get(0).getWidth()).isEqualTo(31);
      assertThat(pictures.get(0).getHeight()).isEqualTo(17);
    }
  }

  private static List<BufferedImage> pictures(PDDocument document) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
          && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        pictures.add(new PDImageXObject(new PDStream(stream), null).getImage());
      }
    }
    return pictures;
  }

  private static SurfaceFigure map(BufferedImage picture) {
    return new SurfaceFigure(
        "map",
        "A map",
        "r",
        "A caption.",
        new Diverging(1, 0.1),
        4,
        List.of(new SurfaceFigure.Row("left", "", List.of(new Picture("lateral", picture)))));
  }

  private static Figure bars() {
    StudyScores scores = MadeStudy.scores(MadeStudy.study(), 2);
    return StudyFigures.of(
            MadeStudy.study(),
            scores,
            StudyStatistics.of(MadeStudy.study(), scores),
            List.of(),
            null)
        .stream()
        .flatMap(chapter -> chapter.figures().stream())
        .findFirst()
        .orElseThrow();
  }

  /** Mean over pixels and colours that both have. */
  private static double difference(BufferedImage a, BufferedImage b) {
    int width = Math.min(a.getWidth(), b.getWidth());
    int height = Math.min(a.getHeight(), b.getHeight());
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * width * height);
  }
}
