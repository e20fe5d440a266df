package io.chiasm.report.table;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

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
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (String column : columns) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new InputException(name + ": has no column " + column);
        }
      }
      return parser.stream().map(this::row).toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(name + ": cannot be read as CSV: " + e.getMessage(), e);
    }
  }

  private TableRow row(CSVRecord cells) {
    TableRow row = new TableRow(name, cells);
    if (!cells.isConsistent()) {
      throw row.wrong(cells.size() + " cells, not one per column", null);
    }
    return row;
  }
}
