package io.chiasm.contracts.study;

import java.util.Arrays;
import java.util.List;

/** Every way to split that a study can ask for: its own, and the controls. */
public enum SplitName implements Labelled {
  /** The feature map's left and right columns. */
  FEATURES,
  /** One pass per half of the image, the other half filled with the mean colour. */
  IMAGE,
  /** The columns' parts of one full model's prediction. */
  JOINT,
  /** The columns of a network whose hemifields ran apart up to a layer. */
  ARCHITECTURE,
  /** Control: upper and lower rows. */
  UPPER_LOWER,
  /** Control: a seeded half of the positions, and the other. */
  RANDOM,
  /** Control: a seeded half of the channels, and the other. */
  CHANNELS,
  /** Control: the mirrored image's columns, the halves exchanged back. */
  MIRRORED;

  /** Label of the split in the architecture where hemifields share their gates. */
  public static final String SHARED_GATES = "shared-gates";

  private static final List<String> CALLOSAL = List.of(ARCHITECTURE.label(), SHARED_GATES);

  /** The study's own split. */
  public static SplitName of(SplitSpec.At at) {
    return switch (at) {
      case FEATURES -> FEATURES;
      case IMAGE -> IMAGE;
      case JOINT -> JOINT;
      case ARCHITECTURE -> ARCHITECTURE;
    };
  }

  /** A control's. */
  public static SplitName of(SplitSpec.Control control) {
    return of(control.label());
  }

  /**
   * The split of this label, as in messages and tables; of several callosa each is one, and shared
   * gates make another graph, not another split.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SplitName of(String label) {
    return Arrays.stream(values())
        .filter(s -> s.label().equals(label) || (s == ARCHITECTURE && isCallosal(label)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no split is called '" + label + "'"));
  }

  private static boolean isCallosal(String label) {
    return CALLOSAL.stream().anyMatch(c -> label.equals(c) || label.startsWith(c + "-"));
  }

  /** The split whose Gram matrices serve this one. */
  public SplitName gram() {
    return this == JOINT || this == ARCHITECTURE ? FEATURES : this;
  }

  /** Whether its halves are the hemifields. */
  public boolean hemifields() {
    return switch (this) {
      case FEATURES, IMAGE, JOINT, ARCHITECTURE, MIRRORED -> true;
      case UPPER_LOWER, RANDOM, CHANNELS -> false;
    };
  }
}
