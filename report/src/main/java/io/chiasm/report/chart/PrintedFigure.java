package io.chiasm.report.chart;

/** A figure as files for a page: its letters are laid out and read as outlines once for both. */
public final class PrintedFigure {
  private final Figure figure;
  private final Rendering rendering;

  public PrintedFigure(Figure figure) {
    this.figure = figure;
    this.rendering = new Rendering(figure);
  }

  /** As {@link PdfFile#encoded(Figure)}. */
  public byte[] pdf() {
    return PdfFile.encoded(figure, rendering);
  }

  /** As {@link Bitmap#png(Figure)}. */
  public byte[] png() {
    return Bitmap.png(figure, rendering);
  }
}
