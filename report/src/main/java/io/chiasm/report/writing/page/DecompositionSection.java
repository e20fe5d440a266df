package io.chiasm.report.writing.page;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.statistics.Decomposed.Sides;
import io.chiasm.report.statistics.LeakTerm;
import io.chiasm.report.table.DecimalText;
import io.chiasm.report.writing.size.Room;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the decomposition of lateralisation says, in words and as a table. */
final class DecompositionSection {
  /** Table rows, some 300 characters each. */
  private static final int ROWS = 1_000;

  private static final List<String> COLUMNS =
      List.of("ROI", "class", "hemispheres", "term", "N", "mean", "95 % interval", "share");

  private final Study study;
  private final List<Decomposed> rows;

  private DecompositionSection(Study study, List<Decomposed> rows) {
    this.study = study;
    this.rows = rows;
  }

  /** Empty if no term can be formed. */
  static Optional<DecompositionSection> of(Study study, List<Decomposed> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DecompositionSection(study, rows));
  }

  void write(Markup page) {
    page.open("ul").line();
    for (String network : distinct(rows.stream().map(Decomposed::network))) {
      String layer = deepest(network);
      for (Sides sides : Sides.values()) {
        List<Decomposed> terms =
            rows.stream()
                .filter(row -> row.isOf(network, layer, sides) && row.roi().equals(Roi.ALL))
                .toList();
        if (!terms.isEmpty()) {
          page.element("li", DecompositionText.of(terms)).line();
        }
      }
    }
    page.close().line();
    DecompositionText.missing(study, rows)
        .ifPresent(sentence -> page.element("p", sentence).line());
    tables(page);
  }

  private void tables(Markup page) {
    Room room = new Room(ROWS);
    for (String network : distinct(rows.stream().map(Decomposed::network))) {
      List<Decomposed> shown =
          rows.stream()
              .filter(r -> r.network().equals(network) && r.layer().equals(deepest(network)))
              .toList();
      if (room.take(shown.size())) {
        page.open("details").element("summary", network + " · " + deepest(network)).line();
        HtmlTable table = new HtmlTable(page, COLUMNS);
        shown.forEach(row -> table.row(row.roi().name(), cells(row)));
        table.close();
        page.close().line();
      }
    }
  }

  private static List<String> cells(Decomposed row) {
    return List.of(
        row.roi().roiClass(),
        row.sides().label(),
        (row.adds() || row.term() == LeakTerm.LATERALISATION ? "" : "of these: ")
            + row.term().words(),
        Integer.toString(row.n()),
        DecimalText.three(row.mean()),
        DecimalText.range(row.interval().low(), row.interval().high()),
        DecompositionText.percent(row.share()));
  }

  private String deepest(String network) {
    return distinct(rows.stream().filter(r -> r.network().equals(network)).map(Decomposed::layer))
        .stream()
        .reduce("", (early, late) -> late);
  }

  private static List<String> distinct(Stream<String> names) {
    return names.distinct().toList();
  }
}
