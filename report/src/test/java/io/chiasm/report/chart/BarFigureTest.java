package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.colour.Palette;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BarFigureTest {
  static final BarFigure FIGURE =
      new BarFigure(
          "small",
          "Two areas & one <hostile> title",
          "Pearson r",
          "N = 3.",
          "one participant",
          List.of(
              new BarFigure.Series("contralateral", Palette.category(0)),
              new BarFigure.Series("ipsilateral", Palette.category(1))),
          List.of(
              new BarFigure.Panel(
                  "early",
                  List.of(
                      new BarFigure.Group(
                          "V1v",
                          "prf-visualrois",
                          List.of(
                              new BarFigure.Bar(0.5, 0.1, 3, List.of(0.4, 0.5, 0.6)),
                              new BarFigure.Bar(-0.1, Double.NaN, 1, List.of(-0.1)))),
                      new BarFigure.Group(
                          "hV4",
                          "prf-visualrois",
                          List.of(
                              new BarFigure.Bar(0.25, 0.05, 2, List.of(0.2, 0.3)),
                              new BarFigure.Bar(Double.NaN, Double.NaN, 0, List.of())))))));

  @Test
  void theDrawingIsTheOneLookedAt() throws IOException {
    try (InputStream golden = BarFigureTest.class.getResourceAsStream("small.svg")) {
      String expected =
          new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(FIGURE.svg(Lettering.TEXT)).isEqualTo(expected);
    }
  }

  @Test
  void aBarTellsItsNumbersOnHoverAndAMissingOneIsNotDrawn() {
    String svg = FIGURE.svg(Lettering.TEXT);
    assertThat(svg)
        .contains(
            "<title>early · V1v (prf-visualrois) · contralateral: 0.500 ± 0.100, N = 3</title>");
    assertThat(svg.split("<title>", -1)).hasSize(1 + 3);
  }

  @Test
  void outlinesNeedNoFont() {
    assertThat(FIGURE.svg(Lettering.OUTLINES)).doesNotContain("<text").contains("<path");
  }

  @Test
  void theBitmapHasThreeHundredDotsPerInchAndADarkAndAWhitePart() throws IOException {
    // When
    byte[] png = new PrintedFigure(FIGURE).png();
    // Then
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    BarLayout layout = new BarLayout(FIGURE);
    assertThat(image.getWidth()).isEqualTo((int) Math.ceil(layout.width() / 72 * 300));
    assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .contains(0xFF000000 | Integer.parseInt(Palette.category(0).substring(1), 16));
    assertThat(new PrintedFigure(FIGURE).png()).isEqualTo(png);
  }
}
