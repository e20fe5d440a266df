package io.chiasm.contracts.study;

import java.util.Locale;

/** A choice of the study file; implemented by enums. */
public interface Labelled {
  /** The constant's name in Java. */
  String name();

  /** The word in the study file and in tables: {@code UPPER_LOWER} is {@code upper-lower}. */
  default String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
