package io.chiasm.report.writing.page;

import io.chiasm.report.markup.Markup;
import io.chiasm.report.writing.method.Bibliography;
import io.chiasm.report.writing.method.MethodsText;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.List;

/** Methods in words, as a paper would say them. */
final class MethodsSection {
  private MethodsSection() {}

  static void write(Markup page, StudyResults results) {
    page.open("section", "id", "methods").element("h2", "Methods").line();
    List<String> paragraphs = MethodsText.of(results);
    paragraphs.forEach(paragraph -> page.element("p", paragraph).line());
    page.open("details").element("summary", "What is cited, as BibTeX: " + Bibliography.FILE);
    page.element("pre", Bibliography.of(paragraphs)).close().line();
    page.close().line();
  }
}
