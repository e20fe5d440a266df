package io.chiasm.encoding.split;

/** The part of a split that a position belongs to. */
public enum Group {
  /** For the hemifield split the left half. */
  FIRST,
  /** For the hemifield split the right half. */
  SECOND,
  /** In neither half, such as the midline column of an odd width. */
  REST;

  /** The other half; the rest is its own. */
  Group opposite() {
    return switch (this) {
      case FIRST -> SECOND;
      case SECOND -> FIRST;
      case REST -> REST;
    };
  }
}
