package io.chiasm.report.writing.page;

import io.chiasm.contracts.store.Sha256;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.writing.file.ReportFile;
import java.util.Base64;
import java.util.HexFormat;

/** The report's head: a policy that forbids every request, and the style sheet. */
final class ReportHead {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private ReportHead() {}

  /**
   * @param script the one script that may run; empty for none
   */
  static void write(Markup page, String study, String script) {
    write(page, study, script, "");
  }

  /**
   * @param styles more of our own rules, after those of every report
   */
  static void write(Markup page, String study, String script, String styles) {
    String policy = POLICY + (script.isEmpty() ? "" : "; script-src '" + hash(script) + "'");
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", study + " — Chiasm").line();
    // Our own file, without < and &, so it needs no escaping.
    page.open("style").raw(ReportFile.text(ReportHead.class, "report.css") + styles).close().line();
    page.close().line();
  }

  private static String hash(String script) {
    byte[] hash = HexFormat.of().parseHex(Sha256.of(script).value());
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
