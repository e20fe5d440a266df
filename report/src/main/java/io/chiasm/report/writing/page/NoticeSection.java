package io.chiasm.report.writing.page;

import io.chiasm.report.markup.Markup;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.List;

/** Warnings, and what is missing. */
final class NoticeSection {
  private NoticeSection() {}

  /**
   * @param warnings one sentence for each kind
   */
  static void write(Markup page, StudyResults results, List<String> warnings) {
    page.open("section", "id", "warnings").element("h2", "Warnings").line();
    if (warnings.isEmpty()) {
      page.element("p", "None.");
    } else {
      page.open("ul").line();
      warnings.forEach(warning -> page.element("li", warning).line());
      page.close();
      page.element("p", "Each of them, with where it holds: tables/warnings.csv.");
    }
    page.line().close().line();
    page.open("section", "id", "missing").element("h2", "What is missing").line();
    if (results.failures().isEmpty()) {
      page.element("p", "Nothing: every task of the study was completed.");
    } else {
      failures(page, results);
    }
    page.line().close().line();
  }

  private static void failures(Markup page, StudyResults results) {
    page.open("dl").line();
    for (FailedTask failure : results.failures()) {
      page.element("dt", failure.task()).element("dd", failure.reason()).line();
    }
    page.close();
  }
}
