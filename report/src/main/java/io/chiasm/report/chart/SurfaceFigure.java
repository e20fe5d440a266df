package io.chiasm.report.chart;

import io.chiasm.report.colour.Diverging;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * A map on a surface from several sides, with its colour bar.
 *
 * @param scale label of the colour bar with its unit
 * @param millimetre pixels of a picture per millimetre of the surface
 * @param rows from top to bottom
 */
public record SurfaceFigure(
    String id,
    String title,
    String scale,
    String caption,
    Diverging colours,
    float millimetre,
    List<Row> rows)
    implements Figure {
  public SurfaceFigure {
    rows = List.copyOf(rows);
  }

  /**
   * Pictures from left to right.
   *
   * @param finding what they show, in words
   */
  public record Row(String label, String finding, List<Picture> pictures) {
    public Row {
      pictures = List.copyOf(pictures);
    }
  }

  @Override
  public Optional<Table> data() {
    return Optional.empty();
  }

  @Override
  public List<String> findings() {
    return rows.stream().map(Row::finding).toList();
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new SurfaceFigure(newId, newTitle, scale, caption, colours, millimetre, rows);
  }

  @Override
  public String svg(Lettering lettering) {
    return drawn(lettering, SurfaceDrawing.Pictures.embedded(1));
  }

  /** Pictures at half the resolution: a page has several of these figures. */
  @Override
  public String page() {
    return drawn(Lettering.TEXT, SurfaceDrawing.Pictures.embedded(2));
  }

  /** The drawing with its pictures somewhere else. */
  String drawn(Lettering lettering, SurfaceDrawing.Pictures pictures) {
    return new SurfaceDrawing(this, new Drawing(lettering), pictures).svg();
  }
}
