package io.chiasm.aggregator.report;

import io.chiasm.aggregator.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The report's head: a policy that forbids every request, and the style sheet. */
final class ReportHead {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private ReportHead() {}

  static void write(Markup page, String study) {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", study + " — Chiasm").line();
    page.open("style").raw(style()).close().line();
    page.close().line();
  }

  /** Our own file, without {@code <} and {@code &}, so it needs no escaping. */
  private static String style() {
    try (InputStream in = ReportHead.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
