package io.chiasm.report.writing.file;

import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.chart.PrintedFigure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A figure's files: for a page on the screen, a manuscript, slides, and a plot of one's own. */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes {@code ID.svg}, {@code ID.pdf} and {@code ID.png}. */
  public static void drawings(Figure figure, ResultSink sink) {
    sink.put(figure.id() + ".svg", figure.svg(Lettering.TEXT).getBytes(StandardCharsets.UTF_8));
    PrintedFigure printed = new PrintedFigure(figure);
    sink.put(figure.id() + ".pdf", printed.pdf());
    sink.put(figure.id() + ".png", printed.png());
  }

  /** The same under {@code figures/}, and {@code ID.csv} with the numbers drawn. */
  static Map<String, byte[]> inFolder(Figure figure) {
    String folder = "figures/";
    Map<String, byte[]> files = new LinkedHashMap<>();
    drawings(figure, (path, content) -> files.put(folder + path, content));
    figure.data().ifPresent(table -> files.put(folder + figure.id() + ".csv", table.csv()));
    return files;
  }

  /** The bitmap alone. */
  public static Map<String, byte[]> bitmapInFolder(Figure figure) {
    return Map.of("figures/" + figure.id() + ".png", new PrintedFigure(figure).png());
  }
}
