package io.chiasm.local.cli;

import io.chiasm.local.plan.StudyPlan;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for people. */
final class PlanText {
  private PlanText() {}

  static String of(StudyPlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(plan.study()).append(": an estimate; nothing was run or stored\n\n");
    plan.counts().forEach((what, count) -> text.append(row(what, String.valueOf(count))));
    text.append("\nStored, if nothing of it is in the store yet\n");
    plan.bytes().forEach((kind, bytes) -> text.append(row(kind, ByteCount.words(bytes))));
    long all = plan.bytes().values().stream().mapToLong(Long::longValue).sum();
    text.append(row("all, without the report", ByteCount.words(all)));
    text.append("\nMemory that a worker needs at least\n");
    text.append(row("CHIASM_EXTRACTOR_HEAP", mebibytes(plan.memory().extractorHeap())));
    text.append(row("CHIASM_ENCODER_HEAP", mebibytes(plan.memory().encoderHeap())));
    text.append(row("CHIASM_ENCODER_MEMORY", mebibytes(plan.memory().encoderMemory())));
    text.append(
        plan.workers() == 1
            ? "\nTime on one extractor and one encoder\n"
            : String.format(
                Locale.ROOT, "%nTime on %d extractors and %<d encoders%n", plan.workers()));
    plan.seconds().forEach((stage, seconds) -> text.append(row(stage, time(seconds))));
    text.append(row("all, one after another", time(plan.allSeconds())));
    text.append("Based on ").append(plan.basis()).append(".\n");
    if (!plan.unknown().isEmpty()) {
      text.append("Not counted, since only running them tells their size: ")
          .append(plan.unknown().stream().collect(Collectors.joining(", ")))
          .append('\n');
    }
    plan.leftOut().forEach(network -> text.append("Left out: ").append(network).append('\n'));
    return text.toString();
  }

  static String time(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    double minutes = seconds / 60;
    return minutes < 100
        ? String.format(Locale.ROOT, "%.0f min", minutes)
        : String.format(Locale.ROOT, "%.0f h", minutes / 60);
  }

  private static String mebibytes(long bytes) {
    return ((bytes >> 20) + 1) + "m";
  }

  private static String row(String what, String value) {
    return String.format(Locale.ROOT, "  %-30s %12s%n", what, value);
  }
}
