package io.chiasm.report.writing.size;

/** How much of a kind still fits into a report that should stay below ten megabytes. */
public final class Room {
  private int left;

  public Room(int size) {
    this.left = size;
  }

  /** Takes this much if it is there. */
  public boolean take(int size) {
    boolean fits = size <= left;
    if (fits) {
      left -= size;
    }
    return fits;
  }
}
