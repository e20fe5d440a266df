package io.chiasm.report.writing;

import io.chiasm.report.figure.Bitmap;
import io.chiasm.report.figure.Figure;
import io.chiasm.report.figure.Lettering;
import io.chiasm.report.figure.PdfFile;
import java.nio.charset.StandardCharsets;

/** A figure's files: for a page on the screen, for a manuscript, and for slides. */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes {@code ID.svg}, {@code ID.pdf} and {@code ID.png}. */
  public static void write(Figure figure, ResultSink sink) {
    sink.put(figure.id() + ".svg", figure.svg(Lettering.TEXT).getBytes(StandardCharsets.UTF_8));
    sink.put(figure.id() + ".pdf", PdfFile.encoded(figure));
    sink.put(figure.id() + ".png", Bitmap.png(figure));
  }

  /** The same under {@code figures/}. */
  static void inFolder(Figure figure, ResultSink sink) {
    write(figure, (path, content) -> sink.put("figures/" + path, content));
  }
}
