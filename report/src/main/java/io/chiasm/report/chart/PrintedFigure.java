package io.chiasm.report.chart;

/** A figure as files for a page: its letters are laid out and read as outlines once for both. */
public final class PrintedFigure {
  private final Figure figure;
  private final Rendering rendering;

  public PrintedFigure(Figure figure) {
    this.figure = figure;
    this.rendering = new Rendering(figure);
  }

  /** As a page of its own size, of shapes only but for its pictures; always the same bytes. */
  public byte[] pdf() {
    return PdfFile.encoded(figure, rendering);
  }

  /** At 300 dots per inch. */
  public byte[] png() {
    return Bitmap.png(figure, rendering);
  }
}
