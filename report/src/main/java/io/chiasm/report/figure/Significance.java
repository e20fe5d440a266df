package io.chiasm.report.figure;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Contrast;
import io.chiasm.report.statistics.ContrastResult;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which bars of lateralisation a star stands over. */
final class Significance {
  /** A star stands for a corrected p below this. */
  static final double LEVEL = 0.05;

  private static final String STAR = "*";
  private static final Set<Contrast> STARRED = EnumSet.of(Contrast.CONTRA_IPSI, Contrast.STUDIES);

  private final Set<List<Object>> starred = new HashSet<>();

  Significance(List<ContrastResult> tests) {
    tests.stream()
        .filter(test -> STARRED.contains(test.contrast()) && test.max().p() < LEVEL)
        .forEach(
            test ->
                starred.add(
                    List.of(
                        test.quantity(), test.network(), test.layer(), test.split(), test.roi())));
  }

  /** A star, or nothing. */
  String mark(Condition c, Quantity quantity, Roi roi) {
    boolean marked =
        starred.contains(List.<Object>of(quantity, c.network(), c.layer(), c.split(), roi));
    return marked ? STAR : "";
  }
}
