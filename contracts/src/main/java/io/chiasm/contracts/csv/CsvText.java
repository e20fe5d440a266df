package io.chiasm.contracts.csv;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table as CSV: a header, and rows below it. */
public final class CsvText {
  private static final CSVFormat BY_HAND =
      CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final String source;
  private final CSVFormat format;

  private CsvText(String text, String source, CSVFormat format) {
    this.text = text;
    this.source = source;
    this.format = format;
  }

  /**
   * One that people or their programs made: blanks around cells, empty lines and a byte order mark
   * are passed over.
   *
   * @param source where it comes from, for messages
   */
  public static CsvText byHand(String text, String source) {
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new CsvText(bare, source, BY_HAND);
  }

  /**
   * One as RFC 4180 has it, of which nothing is passed over.
   *
   * @param source where it comes from, for messages
   */
  public static CsvText strict(String text, String source) {
    return new CsvText(text, source, CSVFormat.RFC4180);
  }

  /**
   * Shows the header, then each row.
   *
   * @return whether there was a header
   * @throws InputException if this is no CSV
   */
  public boolean read(Consumer<CsvLine> header, Consumer<CsvLine> row) {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        return false;
      }
      header.accept(line(parser, records.next()));
      while (records.hasNext()) {
        row.accept(line(parser, records.next()));
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(source + ": not a CSV table: " + e.getMessage(), e);
    }
  }

  /**
   * Shows each row by the names of its columns, among which there may be others.
   *
   * @param wanted columns that are needed
   * @param possible what has them, in words
   * @throws InputException if this is no CSV, a column is missing or there twice, or a row has
   *     another number of cells than the header
   */
  public void read(List<String> wanted, String possible, Consumer<NamedCells> row) {
    Map<String, Integer> columns = new HashMap<>();
    AtomicInteger count = new AtomicInteger();
    boolean found =
        read(
            header -> {
              columns.putAll(columns(header, wanted, possible));
              count.set(header.cells().size());
            },
            line -> row.accept(new NamedCells(checked(line, count.get()), columns)));
    if (!found) {
      throw new CsvLine(source, 1, List.of()).wrong("nothing", possible);
    }
  }

  private static Map<String, Integer> columns(
      CsvLine header, List<String> wanted, String possible) {
    List<String> names = header.cells();
    List<String> missing = wanted.stream().filter(column -> !names.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw header.wrong("no column " + String.join(", ", missing), possible);
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      columns.put(names.get(i), i);
    }
    for (String column : wanted) {
      if (names.lastIndexOf(column) != names.indexOf(column)) {
        throw header.wrong("the column " + column + " twice", "each column once");
      }
    }
    return columns;
  }

  private static CsvLine checked(CsvLine row, int columns) {
    if (row.cells().size() != columns) {
      throw row.wrong(row.cells().size() + " values", columns + ", as the header has columns");
    }
    return row;
  }

  private CsvLine line(CSVParser parser, CSVRecord cells) {
    return new CsvLine(source, parser.getCurrentLineNumber(), cells.toList());
  }
}
