package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.colour.Diverging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AlternativeTextTest {
  private static final String BARS =
      "Two areas & one <hostile> title. early: contralateral 0.250 (hV4) to 0.500 (V1v);"
          + " ipsilateral −0.100 (V1v). N = 3.";

  @Test
  void barsAreToldByTheirEnds() {
    assertThat(BarFigureTest.FIGURE.alternative()).isEqualTo(BARS);
  }

  @Test
  void groupsOfTheSameNameAreToldApartAndMarksCounted() {
    BarFigure figure =
        new BarFigure(
            "bars",
            "Bars",
            "r",
            "",
            "one participant",
            List.of(new BarFigure.Series("full", "#000000")),
            List.of(
                new BarFigure.Panel(
                    "late", List.of(group("all", "b0", 0.5, "*"), group("all", "b1", 0.25, "")))));
    assertThat(figure.alternative())
        .isEqualTo("Bars. late: full 0.250 (all, b1) to 0.500 (all, b0), 1 of 2 marked.");
  }

  @Test
  void curvesAreToldByBeginningEndAndPeak() {
    CurveFigure figure =
        new CurveFigure(
            "curve",
            "Curve",
            "epoch",
            "r",
            "A caption.",
            List.of(
                new CurveFigure.Curve("V1v", "#000000"), new CurveFigure.Curve("V4", "#000000")),
            List.of(
                new CurveFigure.Panel(
                    "late", List.of(List.of(at(0, 0.1), at(2.5, 0.3), at(8, 0.2)), List.of()))));
    assertThat(figure.alternative())
        .isEqualTo(
            "Curve. late: V1v 0.100 (0) to 0.200 (8), highest 0.300 (2.5); V4 no value."
                + " A caption.");
  }

  @Test
  void pointsAreToldByNumberNoteAndEnds() {
    ScatterFigure figure =
        new ScatterFigure(
            "points",
            "Points",
            "accuracy",
            "r",
            "A caption.",
            List.of(
                new ScatterFigure.Panel(
                    "late",
                    "ρ = 1.00",
                    List.of(
                        new ScatterFigure.Point("b0", 77.5, 0.25, 0.125),
                        new ScatterFigure.Point("b1", 78.5, 0.5, 0.125)))));
    assertThat(figure.alternative())
        .isEqualTo("Points. late (ρ = 1.00): 2 points, 0.250 (b0) to 0.500 (b1). A caption.");
  }

  @Test
  void onlySoManyPanelsAreTold() {
    BarFigure.Panel panel = new BarFigure.Panel("late", List.of(group("V1v", "", 0.5, "")));
    BarFigure figure =
        new BarFigure(
            "bars",
            "Bars",
            "r",
            "",
            "one participant",
            List.of(new BarFigure.Series("full", "#000000")),
            Collections.nCopies(27, panel));
    assertThat(figure.alternative())
        .endsWith("late: full 0.500 (V1v). 3 more panels.")
        .hasSizeLessThan(1000);
  }

  @Test
  void aMapIsToldByItsHemispheres() {
    SurfaceFigure figure =
        new SurfaceFigure(
            "map",
            "A map",
            "r",
            "A caption.",
            new Diverging(1, 0.1),
            4,
            List.of(new SurfaceFigure.Row("left", "Left hemisphere: no value", List.of())));
    assertThat(figure.alternative()).isEqualTo("A map. Left hemisphere: no value. A caption.");
  }

  @Test
  void aDrawingHasItForTheScreen() {
    assertThat(BarFigureTest.FIGURE.svg(Lettering.TEXT))
        .contains("aria-label=\"Two areas &amp; one &lt;hostile&gt; title\"")
        .contains("<desc>" + BARS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  @Test
  void aBitmapHasIt() throws IOException {
    byte[] png = new PrintedFigure(BarFigureTest.FIGURE).png();
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in);
      Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      Element entry = (Element) root.getElementsByTagName("iTXtEntry").item(0);
      assertThat(entry.getAttribute("keyword")).isEqualTo("Description");
      assertThat(entry.getAttribute("text")).isEqualTo(BARS);
    }
  }

  @Test
  void aPageIsATaggedFigureWithIt() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PrintedFigure(BarFigureTest.FIGURE).pdf())) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(BarFigureTest.FIGURE.title());
      PDStructureElement figure =
          (PDStructureElement) catalog.getStructureTreeRoot().getKids().get(0);
      assertThat(figure.getStructureType()).isEqualTo("Figure");
      assertThat(figure.getAlternateDescription()).isEqualTo(BARS);
      assertThat(figure.getKids()).containsExactly(TaggedFigure.MARK);
    }
  }

  private static BarFigure.Group group(String label, String section, double mean, String mark) {
    return new BarFigure.Group(
        label, section, List.of(new BarFigure.Bar(mean, Double.NaN, 1, List.of(), mark)));
  }

  private static CurveFigure.Point at(double x, double y) {
    return new CurveFigure.Point(x, y, Double.NaN);
  }
}
