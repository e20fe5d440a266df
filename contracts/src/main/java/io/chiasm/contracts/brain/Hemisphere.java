package io.chiasm.contracts.brain;

import java.util.Arrays;

/** Side of the brain on which a vertex lies. */
public enum Hemisphere {
  LH("lh", "L"),
  RH("rh", "R");

  private final String label;
  private final String bids;

  Hemisphere(String label, String bids) {
    this.label = label;
    this.bids = bids;
  }

  /** {@code lh} or {@code rh}, as in file names and tables. */
  public String label() {
    return label;
  }

  /** {@code L} or {@code R}, the value of BIDS' {@code hemi} entity. */
  public String bids() {
    return bids;
  }

  /** The hemifield that this hemisphere mainly represents. */
  public Hemifield contralateral() {
    return this == LH ? Hemifield.RIGHT : Hemifield.LEFT;
  }

  /** The hemifield on the same side as this hemisphere. */
  public Hemifield ipsilateral() {
    return contralateral().opposite();
  }

  /**
   * The hemisphere with this label.
   *
   * @throws IllegalArgumentException if the label is neither {@code lh} nor {@code rh}
   */
  public static Hemisphere of(String label) {
    return Arrays.stream(values())
        .filter(h -> h.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("hemisphere '" + label + "' is not lh or rh"));
  }
}
