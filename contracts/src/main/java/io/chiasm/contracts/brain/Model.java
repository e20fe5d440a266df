package io.chiasm.contracts.brain;

import java.util.Locale;

/** Feature space of an encoding model, relative to the hemisphere of the vertex. */
public enum Model {
  FULL,
  CONTRA,
  IPSI,
  BANDED;

  /** Lower-case name, as in file names and table columns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
