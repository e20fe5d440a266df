package io.chiasm.report.writing;

import io.chiasm.report.markup.Markup;

/** Methods in words, as a paper would say them. */
final class MethodsSection {
  private MethodsSection() {}

  static void write(Markup page, StudyResults results) {
    page.open("section", "id", "methods").element("h2", "Methods").line();
    MethodsText.of(results.study(), results.provenance().stimuli().count())
        .forEach(paragraph -> page.element("p", paragraph).line());
    page.close().line();
  }
}
