package io.chiasm.study.keeping;

import io.chiasm.study.keeping.KindSizes.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What a collection found and did.
 *
 * @param dryRun whether nothing was deleted
 * @param olderThanSeconds least age of what goes
 * @param kinds one for each kind of object
 * @param notes what kept it from deleting more, in sentences
 * @param more whether it stopped for lack of time, so that asking again goes on
 */
public record GcReport(
    boolean dryRun,
    long olderThanSeconds,
    List<KindSizes> kinds,
    List<String> notes,
    boolean more) {
  public GcReport {
    kinds = List.copyOf(kinds);
    notes = List.copyOf(notes);
  }

  /** Several calls of one collection: what all freed, and what the last one found. */
  public static GcReport together(List<GcReport> calls) {
    GcReport last = calls.get(calls.size() - 1);
    List<KindSizes> kinds = new ArrayList<>();
    for (int i = 0; i < last.kinds.size(); i++) {
      KindSizes kind = last.kinds.get(i);
      int place = i;
      Size freed =
          calls.stream().map(call -> call.kinds.get(place).freed()).reduce(Size.NONE, Size::plus);
      kinds.add(new KindSizes(kind.kind(), freed, kind.young(), kind.kept()));
    }
    return new GcReport(last.dryRun, last.olderThanSeconds, kinds, last.notes, last.more);
  }

  /** All kinds together. */
  public Size freed() {
    return kinds.stream().map(KindSizes::freed).reduce(Size.NONE, Size::plus);
  }
}
