package io.chiasm.contracts.message;

import io.chiasm.contracts.study.Labelled;

/** What is done to the columns of a network's input after everything else. */
public enum InputVariant implements Labelled {
  /** Nothing. */
  PLAIN,
  /** Left and right exchanged. */
  MIRRORED,
  /** The left half kept, the mean colour in the right one. */
  LEFT_ONLY,
  /** The right half kept, the mean colour in the left one. */
  RIGHT_ONLY
}
