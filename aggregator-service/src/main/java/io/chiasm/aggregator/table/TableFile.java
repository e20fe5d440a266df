package io.chiasm.aggregator.table;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A table of a results folder, read from its CSV file. */
public final class TableFile {
  private TableFile() {}

  /**
   * Every row; there may be more columns than those named, in any order.
   *
   * @throws InputException if the file cannot be read, is no CSV, or lacks a column
   */
  public static List<TableRow> read(Path file, List<String> columns) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(in)) {
      for (String column : columns) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new InputException(file + ": has no column " + column);
        }
      }
      return parser.stream()
          .map(
              cells -> {
                TableRow row = new TableRow(file.toString(), cells);
                if (!cells.isConsistent()) {
                  throw row.wrong(cells.size() + " cells, not one per column", null);
                }
                return row;
              })
          .toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(file + ": cannot be read as CSV: " + e.getMessage(), e);
    }
  }
}
