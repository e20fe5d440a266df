package io.chiasm.study.keeping;

import io.chiasm.contracts.store.ObjectKey;
import java.util.List;
import java.util.Set;

/**
 * What kept studies refer to at one moment.
 *
 * @param units keys that something refers to: registrations, documents, objects of their own
 * @param unlisted kept studies that do not say what they refer to, so everything shared is kept
 */
public record Marks(Set<ObjectKey> units, List<String> unlisted) {
  public Marks {
    units = Set.copyOf(units);
    unlisted = List.copyOf(unlisted);
  }

  /** Whether an object's unit must stay. */
  public boolean keeps(ObjectKind kind, ObjectKey unit) {
    boolean shared = kind != ObjectKind.STUDIES && kind != ObjectKind.UPLOADS;
    return units.contains(unit) || (shared && !unlisted.isEmpty());
  }
}
