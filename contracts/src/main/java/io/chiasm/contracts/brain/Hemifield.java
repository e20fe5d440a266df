package io.chiasm.contracts.brain;

/** Half of the visual field, so of the image and of every feature map. */
public enum Hemifield {
  LEFT,
  RIGHT;

  /** The other half. */
  public Hemifield opposite() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
