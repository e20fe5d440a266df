package io.chiasm.report.writing.page;

import io.chiasm.report.geometry.LayerGeometry;
import io.chiasm.report.markup.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Where the halves of each layer look. */
final class GeometrySection {
  private static final List<String> COLUMNS =
      List.of(
          "Network · layer",
          "map",
          "stride",
          "field",
          "centres",
          "left half to midline",
          "right half to midline",
          "upper half to midline",
          "lower half to midline",
          "mixing");

  private GeometrySection() {}

  static void write(Markup page, List<LayerGeometry> layers) {
    if (layers.isEmpty()) {
      return;
    }
    page.open("section", "id", "geometry").element("h2", "Receptive fields").line();
    page.element(
            "p",
            "In pixels of the network's input, by the geometry of convolutions and pools alone:"
                + " stride from column to column, width of a receptive field, centres of the first"
                + " and last column, and the mean distance of each half's centres to the image's"
                + " midline, left and right to the vertical one, upper and lower (control) to the"
                + " horizontal one. Where the two distances differ, so do the halves, whatever the brain"
                + " does; the mirrored control tells. Mixing: global where an operation before the"
                + " layer averages or attends over positions, such as squeeze-and-excitation, so"
                + " that every value depends on the whole image. All digits: tables/geometry.csv.")
        .line();
    HtmlTable table = new HtmlTable(page, COLUMNS);
    layers.forEach(layer -> table.row(layer.network() + " · " + layer.layer(), cells(layer)));
    table.close();
    page.close().line();
  }

  private static List<String> cells(LayerGeometry layer) {
    return List.of(
        "%s × %s × %s".formatted(text(layer.channels()), text(layer.rows()), text(layer.columns())),
        text(layer.stride()),
        text(layer.size()),
        text(layer.firstCentre()) + " … " + text(layer.lastCentre()),
        text(layer.leftDistance()),
        text(layer.rightDistance()),
        text(layer.upDown().upperDistance()),
        text(layer.upDown().lowerDistance()),
        layer.mixing().name().toLowerCase(Locale.ROOT));
  }

  private static String text(double value) {
    return Double.isNaN(value)
        ? "–"
        : BigDecimal.valueOf(value)
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
  }
}
