package io.chiasm.aggregator.report;

import io.chiasm.aggregator.figure.Figure;
import io.chiasm.aggregator.figure.Lettering;
import io.chiasm.aggregator.markup.Markup;
import java.util.List;

/** The figures, drawn in the page until it would grow too large to send around. */
final class FigureSection {
  /** Most of the page, in characters. */
  private static final int CHARACTERS = 6_000_000;

  private FigureSection() {}

  static void write(Markup page, List<Figure> figures) {
    page.open("section", "id", "figures").element("h2", "Figures").line();
    Room room = new Room(CHARACTERS);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      String svg = figure.svg(Lettering.TEXT);
      page.open("figure").line();
      boolean drawn = room.take(svg.length());
      if (drawn) {
        page.open("div", "class", "scroll paper", "tabindex", "0").raw(svg).close().line();
      }
      caption(page, figure, i + 1, drawn);
      page.close().line();
    }
    page.close().line();
  }

  /** What bars and lines mean stands in the drawing itself, unless there was no room for it. */
  private static void caption(Markup page, Figure figure, int number, boolean drawn) {
    page.open("figcaption").element("b", "Figure " + number + ".");
    page.text(" " + figure.title() + ". " + (drawn ? "" : figure.caption() + " ") + "Files: ");
    page.element("code", "figures/" + figure.id() + ".svg").text(" and ");
    page.element("code", "figures/" + figure.id() + ".png").text(".").close().line();
  }
}
