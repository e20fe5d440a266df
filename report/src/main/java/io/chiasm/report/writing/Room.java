package io.chiasm.report.writing;

/** How much of a kind still fits into a report that should stay below ten megabytes. */
final class Room {
  private int left;

  Room(int size) {
    this.left = size;
  }

  /** Takes this much if it is there. */
  boolean take(int size) {
    boolean fits = size <= left;
    if (fits) {
      left -= size;
    }
    return fits;
  }
}
