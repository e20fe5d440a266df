package io.chiasm.report.comparison;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.statistics.ContrastResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for programs: {@code comparison.json}. Differences are B less A. */
public record ComparisonDocument(
    Study a,
    Study b,
    List<Pair> pairs,
    List<Difference> differences,
    List<KeyDifference> keys,
    List<String> warnings,
    List<String> notices) {
  /** A study, and which of its results these are. */
  public record Study(String name, String folder, String scoresSha256) {
    static Study of(FinishedStudy study) {
      return new Study(study.name(), study.folder(), study.inputs().scoresSha256());
    }
  }

  /** What was fitted in the one and in the other. */
  public record Pair(Condition a, Condition b) {
    static Pair of(ConditionPair pair) {
      return new Pair(pair.a(), pair.b());
    }
  }

  /**
   * One test; null where there are too few participants for a number.
   *
   * @param network name, or {@code b − a} where they differ; layer and split likewise
   * @param n participants
   */
  public record Difference(
      String quantity,
      String network,
      String layer,
      String split,
      String roiClass,
      String roi,
      int n,
      double mean,
      @Nullable Double sd,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double dz,
      @Nullable Double p,
      @Nullable Double pMax,
      @Nullable Double pBh) {
    static Difference of(ContrastResult test) {
      return new Difference(
          test.quantity().label(),
          test.network(),
          test.layer(),
          test.split(),
          test.roi().roiClass(),
          test.roi().name(),
          test.n(),
          test.mean(),
          known(test.sd()),
          known(test.interval().low()),
          known(test.interval().high()),
          known(test.effect()),
          known(test.p()),
          known(test.max().p()),
          known(test.bh().p()));
    }

    private static @Nullable Double known(double value) {
      return Double.isNaN(value) ? null : value;
    }
  }

  public ComparisonDocument {
    pairs = List.copyOf(pairs);
    differences = List.copyOf(differences);
    keys = List.copyOf(keys);
    warnings = List.copyOf(warnings);
    notices = List.copyOf(notices);
  }

  public static ComparisonDocument of(Comparison comparison) {
    return new ComparisonDocument(
        Study.of(comparison.a()),
        Study.of(comparison.b()),
        comparison.pairs().stream().map(Pair::of).toList(),
        comparison.tests().stream().map(Difference::of).toList(),
        comparison.keys(),
        comparison.warnings(),
        comparison.notices());
  }
}
