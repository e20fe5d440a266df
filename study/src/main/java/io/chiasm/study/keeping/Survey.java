package io.chiasm.study.keeping;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.study.keeping.KindSizes.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One kind's objects, sorted into what stays and what may go; holds only the latter. */
public final class Survey {
  private final ObjectKind kind;
  private final Marks marks;
  private final Map<ObjectKey, Litter> litter = new LinkedHashMap<>();
  private Size kept = Size.NONE;

  public Survey(ObjectKind kind, Marks marks) {
    this.kind = kind;
    this.marks = marks;
  }

  /** Takes an object in; one that is not of the kind is passed over. */
  public void add(StoredObject object) {
    kind.unit(object.key())
        .ifPresent(
            unit -> {
              if (marks.keeps(kind, unit)) {
                kept = kept.plus(new Size(1, object.bytes()));
              } else {
                litter.computeIfAbsent(unit, u -> new Litter(kind, u)).add(object);
              }
            });
  }

  /** What may go, in batches of whole units. */
  public List<Batch> batches(Instant now, Duration least, int most) {
    List<Batch> batches = new ArrayList<>();
    List<Litter> units = new ArrayList<>();
    int objects = 0;
    for (Litter unit : litter.values()) {
      if (unit.isOld(now, least)) {
        units.add(unit);
        objects += unit.objects().size();
        if (objects >= most) {
          batches.add(new Batch(units));
          units = new ArrayList<>();
          objects = 0;
        }
      }
    }
    if (!units.isEmpty()) {
      batches.add(new Batch(units));
    }
    return batches;
  }

  /** What nothing refers to but is too young to go. */
  Size young(Instant now, Duration least) {
    return litter.values().stream()
        .filter(unit -> !unit.isOld(now, least))
        .map(unit -> new Size(unit.objects().size(), unit.bytes()))
        .reduce(Size.NONE, Size::plus);
  }

  /**
   * The kind's sizes.
   *
   * @param freed what went
   */
  public KindSizes sizes(Instant now, Duration least, Size freed) {
    return new KindSizes(kind.label(), freed, young(now, least), kept);
  }

  /** Units that go together. */
  public static final class Batch {
    private final List<Litter> units;

    private Batch(List<Litter> units) {
      this.units = List.copyOf(units);
    }

    /** Objects to delete, in this order, by what is known now. */
    public List<StoredObject> objects(Marks now) {
      return units.stream()
          .filter(unit -> !now.keeps(unit.kind(), unit.unit()))
          .flatMap(unit -> unit.objects().stream())
          .toList();
    }
  }
}
