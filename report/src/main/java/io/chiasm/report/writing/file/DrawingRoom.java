package io.chiasm.report.writing.file;

import io.chiasm.contracts.work.Pipeline;
import io.chiasm.report.chart.Figure;
import java.util.Map;
import java.util.concurrent.Callable;

/** Draws a few figures at a time; their files come in the order in which they were asked for. */
public final class DrawingRoom implements AutoCloseable {
  /** Each takes up to 60 MB while it is drawn. */
  private static final int AT_A_TIME = 2;

  private final Pipeline<Map<String, byte[]>> drawings;

  public DrawingRoom(ResultSink sink) {
    drawings = new Pipeline<>(AT_A_TIME, files -> files.forEach(sink::put));
  }

  public void draw(Figure figure) {
    drawings.submit(() -> FigureFiles.inFolder(figure));
  }

  /** Draws what takes long to be made, too. */
  public void draw(Callable<Map<String, byte[]>> files) {
    drawings.submit(files);
  }

  /** Waits until every file is written. */
  public void finish() {
    drawings.await();
  }

  @Override
  public void close() {
    drawings.close();
  }
}
