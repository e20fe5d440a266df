package io.chiasm.contracts.study;

import java.util.List;

/**
 * How feature maps are split at the vertical midline.
 *
 * @param at where the split is made
 * @param midline what becomes of the middle column of an odd width
 * @param controls further splits run by the same machinery
 */
public record SplitSpec(At at, Midline midline, List<Control> controls) {
  /** What a study without a {@code split} gets: feature maps cut, midline excluded, no controls. */
  public static final SplitSpec DEFAULT = new SplitSpec(At.FEATURES, Midline.EXCLUDE, List.of());

  public SplitSpec {
    controls = List.copyOf(controls);
  }

  /** Where the split is made. */
  public enum At implements Labelled {
    FEATURES,
    IMAGE,
    JOINT
  }

  /** What becomes of the middle column of an odd width. */
  public enum Midline implements Labelled {
    /** In neither half. */
    EXCLUDE,
    /** In both halves. */
    SHARE
  }

  /** Control splits. */
  public enum Control implements Labelled {
    UPPER_LOWER,
    RANDOM,
    CHANNELS,
    MIRRORED
  }
}
