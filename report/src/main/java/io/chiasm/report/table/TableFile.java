package io.chiasm.report.table;

import io.chiasm.contracts.csv.CsvText;
import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a results folder as its CSV file holds it.
 *
 * @param name of the file, for messages
 */
public record TableFile(String name, String text) {
  /**
   * Every row; there may be more columns than those named, in any order.
   *
   * @throws InputException if the text is no CSV, or lacks a column
   */
  public List<TableRow> rows(List<String> columns) {
    List<TableRow> rows = new ArrayList<>();
    CsvText.strict(text, name)
        .read(columns, "a table as Chiasm writes it", row -> rows.add(new TableRow(row)));
    return rows;
  }
}
