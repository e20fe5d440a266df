package io.chiasm.report.writing.page;

import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.stream.Stream;

/** The comparison in numbers: which studies, how much of everything, and the main result. */
final class ComparisonSummary {
  private static final List<String> COLUMNS =
      List.of("Network · layer", "ROI", "A", "B", "B − A", "95 % interval", "d_z", "N", "p max");

  private final Markup page;
  private final Comparison comparison;

  private ComparisonSummary(Markup page, Comparison comparison) {
    this.page = page;
    this.comparison = comparison;
  }

  static void write(Markup page, Comparison comparison) {
    new ComparisonSummary(page, comparison).write();
  }

  private void write() {
    page.open("section", "id", "summary").element("h2", "Summary").line();
    comparison.warnings().forEach(w -> page.element("p", w, "class", "incomplete").line());
    page.open("ul", "class", "plain").line();
    study("A", comparison.a());
    study("B", comparison.b());
    page.close().line();
    numbers();
    page.element(
            "p",
            "Lateralisation (r contra − r ipsi), mean over participants; interval of B − A by"
                + " bootstrap of participants, p by sign flips, corrected over the ROIs of a"
                + " panel.")
        .line();
    table();
    page.close().line();
  }

  private void study(String which, FinishedStudy study) {
    page.open("li").element("b", which + ": " + study.name()).text(" — ");
    page.element("code", study.folder());
    page.text(", " + study.inputs().stimuli() + " stimuli, Chiasm " + study.inputs().chiasm());
    page.close().line();
  }

  private void numbers() {
    StudyScores differences = comparison.scores().differences();
    page.open("dl", "class", "numbers").line();
    number("participants", differences.rows().stream().map(r -> r.participant()));
    number("hemispheres", differences.rows().stream().map(r -> r.owner()));
    number("networks", differences.conditions().stream().map(Condition::network));
    number("layers", differences.conditions().stream().map(Condition::layer));
    number("ROIs", differences.rois().stream().filter(roi -> !roi.equals(Roi.ALL)));
    number("differing keys", comparison.keys().stream());
    page.close().line();
  }

  private void number(String what, Stream<?> things) {
    String count = Long.toString(things.distinct().count());
    page.open("div").element("dt", what).element("dd", count).close().line();
  }

  private void table() {
    HtmlTable table = new HtmlTable(page, COLUMNS);
    comparison.tests().stream()
        .filter(test -> test.quantity() == Quantity.LATERALISATION)
        .filter(test -> test.roi().equals(Roi.ALL) || test.roi().equals(SummarySection.V1V))
        .forEach(test -> row(table, test));
    table.close();
  }

  private void row(HtmlTable table, ContrastResult test) {
    boolean splits =
        comparison.pairs().stream().map(p -> p.difference().split()).distinct().count() > 1;
    table.row(
        test.network() + " · " + test.layer() + (splits ? " · " + test.split() : ""),
        List.of(
            test.roi().name(),
            DecimalText.three(comparison.meanOfA(test)),
            DecimalText.three(comparison.meanOfB(test)),
            DecimalText.three(test.mean()),
            DecimalText.range(test.interval().low(), test.interval().high()),
            DecimalText.three(test.effect()),
            Integer.toString(test.n()),
            DecimalText.p(test.max().p())));
  }
}
