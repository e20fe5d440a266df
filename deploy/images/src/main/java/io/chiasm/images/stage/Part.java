package io.chiasm.images.stage;

import java.util.Locale;

/** The layers above the base, what changes least at the bottom. */
public enum Part {
  /** Libraries with machine code: large, and another version once or twice a year. */
  NATIVES,
  /** Other libraries. */
  DEPENDENCIES,
  /** Chiasm itself: all that an update ships. */
  APPLICATION;

  /** Folder of its files. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
