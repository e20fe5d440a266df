package io.chiasm.local.singlecase;

import io.chiasm.report.statistics.SingleCase;
import io.chiasm.report.table.DecimalText;
import java.util.Locale;

/** A single case for people: its study's own split. */
public final class CaseText {
  private CaseText() {}

  public static String of(CaseStudy study) {
    String split = study.tests().get(0).split();
    StringBuilder text = new StringBuilder();
    text.append(study.participant())
        .append(" against the others, split ")
        .append(split)
        .append("; Crawford–Howell t, two-sided\n");
    String heading = "";
    for (CaseComparison test : study.tests()) {
      if (test.split().equals(split)) {
        String title = test.network() + " · " + test.layer() + " · " + test.hemisphere();
        if (!title.equals(heading)) {
          text.append('\n').append(title).append('\n').append(head());
          heading = title;
        }
        text.append(row(test));
      }
    }
    return text.toString();
  }

  private static String head() {
    return String.format(
        Locale.ROOT,
        "  %-14s %8s %18s %3s %8s %8s %8s %7s%n",
        "ROI",
        "case",
        "others",
        "N",
        "t",
        "p",
        "p BH",
        "below");
  }

  private static String row(CaseComparison test) {
    SingleCase result = test.result();
    return String.format(
        Locale.ROOT,
        "  %-14s %8s %18s %3d %8s %8s %8s %7s%n",
        test.roi().name(),
        DecimalText.three(result.value()),
        DecimalText.three(result.mean()) + " ± " + DecimalText.three(result.sd()),
        result.n(),
        DecimalText.three(result.t()),
        DecimalText.p(result.p()),
        DecimalText.p(test.bh()),
        Double.isNaN(result.below())
            ? "–"
            : String.format(Locale.ROOT, "%.1f %%", 100 * result.below()));
  }
}
