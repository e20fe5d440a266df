package io.chiasm.local.cli;

import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.keeping.KindSizes;
import io.chiasm.study.keeping.KindSizes.Size;
import java.util.Locale;

/** A collection's report as a table. */
final class GcTable {
  private static final String ROW = "%-30s %9s %11s  %9s %11s  %9s %11s%n";

  private GcTable() {}

  static String of(GcReport report, String olderThan) {
    String freed = report.dryRun() ? "would go" : "deleted";
    StringBuilder text = new StringBuilder();
    text.append(row("", freed, "", "too young", "", "kept", ""));
    Size young = Size.NONE;
    Size kept = Size.NONE;
    for (KindSizes kind : report.kinds()) {
      text.append(row(kind.kind(), kind.freed(), kind.young(), kind.kept()));
      young = young.plus(kind.young());
      kept = kept.plus(kind.kept());
    }
    text.append(row("all", report.freed(), young, kept));
    text.append("Too young: nothing refers to it, but it was stored less than ")
        .append(olderThan)
        .append(" ago (--older-than).\n");
    report.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static String row(String kind, Size freed, Size young, Size kept) {
    return row(
        kind,
        count(freed),
        ByteCount.words(freed.bytes()),
        count(young),
        ByteCount.words(young.bytes()),
        count(kept),
        ByteCount.words(kept.bytes()));
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing() + "\n";
  }

  private static String count(Size size) {
    return String.valueOf(size.objects());
  }
}
