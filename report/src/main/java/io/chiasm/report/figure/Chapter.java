package io.chiasm.report.figure;

import io.chiasm.report.chart.Figure;
import java.util.List;

/**
 * A step of the study's argument with the figures that show it.
 *
 * @param id of the section in the report
 * @param text what the reader should see in them, or why there are none
 * @param figures may be empty
 */
public record Chapter(String id, String title, String text, List<Figure> figures) {
  public Chapter {
    figures = List.copyOf(figures);
  }
}
