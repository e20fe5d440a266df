package io.chiasm.report.writing.page;

import io.chiasm.report.chart.Figure;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.figure.DecompositionFigures;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.writing.map.CorticalMaps;
import io.chiasm.report.writing.map.TurningMaps;
import io.chiasm.report.writing.size.Room;
import java.util.List;
import java.util.Optional;

/** The figures chapter by chapter, drawn in the page until it would grow too large to send. */
final class ChapterSections {
  /** Most of the page, in characters. */
  private static final int CHARACTERS = 6_000_000;

  private final Markup page;
  private final Optional<TurningMaps> maps;
  private final Optional<DecompositionSection> decomposition;
  private final Room room = new Room(CHARACTERS);
  private int number;

  private ChapterSections(
      Markup page, Optional<TurningMaps> maps, Optional<DecompositionSection> decomposition) {
    this.page = page;
    this.maps = maps;
    this.decomposition = decomposition;
  }

  /**
   * @param maps for the chapter of maps
   * @param decomposition for the chapter that takes lateralisation apart
   */
  static void write(
      Markup page,
      List<Chapter> chapters,
      Optional<TurningMaps> maps,
      Optional<DecompositionSection> decomposition) {
    ChapterSections sections = new ChapterSections(page, maps, decomposition);
    chapters.forEach(sections::chapter);
  }

  private void chapter(Chapter chapter) {
    page.open("section", "id", chapter.id()).element("h2", chapter.title()).line();
    page.element("p", chapter.text()).line();
    if (chapter.id().equals(CorticalMaps.ID)) {
      maps.ifPresent(turning -> TurningMapsSection.write(page, turning));
    }
    if (chapter.id().equals(DecompositionFigures.ID)) {
      decomposition.ifPresent(words -> words.write(page));
    }
    chapter.figures().forEach(this::figure);
    page.close().line();
  }

  private void figure(Figure figure) {
    String svg = figure.page();
    page.open("figure").line();
    boolean drawn = room.take(svg.length());
    if (drawn) {
      page.open("div", "class", "scroll paper", "tabindex", "0").raw(svg).close().line();
    }
    caption(figure, drawn);
    page.close().line();
  }

  /** For who does not see the drawing, and for who must describe it in a manuscript. */
  private void inWords(Figure figure) {
    page.open("details").element("summary", "In words").line();
    page.element("p", figure.alternative()).close().line();
  }

  /** What bars and lines mean stands in the drawing itself, unless there was no room for it. */
  private void caption(Figure figure, boolean drawn) {
    number++;
    page.open("figcaption").element("b", "Figure " + number + ".");
    page.text(" " + figure.title() + ". " + (drawn ? "" : figure.caption() + " ") + "Files: ");
    page.element("code", "figures/" + figure.id() + ".svg").text(", .pdf and .png. ");
    if (figure.data().isPresent()) {
      page.text("Data: ").element("code", "figures/" + figure.id() + ".csv").text(".");
    } else {
      page.text("Data: ").element("code", "surfaces/").text(".");
    }
    inWords(figure);
    page.close().line();
  }
}
