package io.chiasm.aggregator.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as RFC 4180 text with {@code \n}, UTF-8. */
final class Csv {
  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  Csv(String... columns) {
    try {
      printer =
          new CSVPrinter(
              text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(columns).get());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder does not fail
    }
  }

  void row(Object... cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder does not fail
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
