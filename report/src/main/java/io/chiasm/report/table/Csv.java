package io.chiasm.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as text. */
final class Csv {
  private Csv() {}

  static byte[] of(Table table) {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(table.columns().stream().map(Column::name).toArray(String[]::new))
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (List<Object> row : table.rows()) {
        printer.printRecord(row.stream().map(Csv::cell));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder does not fail
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object cell(Object cell) {
    return cell instanceof Double number ? DecimalText.exact(number) : cell;
  }
}
