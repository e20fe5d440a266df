package io.chiasm.report.writing.page;

import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Spread;
import io.chiasm.report.table.DecimalText;
import java.util.List;

/** A table that scrolls by itself where the page is too narrow for it. */
final class HtmlTable {
  private final Markup page;

  /** Opens the table; the first column heads the rows. */
  HtmlTable(Markup page, List<String> columns) {
    this.page = page;
    page.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    columns.forEach(column -> page.element("th", column, "scope", "col"));
    page.close().close().line().open("tbody").line();
  }

  void row(String head, List<String> cells) {
    page.open("tr").element("th", head, "scope", "row");
    cells.forEach(cell -> page.element("td", cell));
    page.close().line();
  }

  void close() {
    page.close().close().close().line();
  }

  /** {@code 0.412 ± 0.031}. */
  static String meanAndSd(Spread spread) {
    return DecimalText.three(spread.mean()) + " ± " + DecimalText.three(spread.sd());
  }
}
