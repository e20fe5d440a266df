package io.chiasm.contracts.message;

import io.chiasm.contracts.study.Labelled;

/** What is done to the columns of a network's input after everything else. */
public enum InputVariant implements Labelled {
  /** Nothing. */
  PLAIN,
  /** Left and right exchanged. */
  MIRRORED,
  /** Only columns {@code w < floor(W/2)} kept; the mean colour elsewhere. */
  LEFT_ONLY,
  /** Only columns {@code w >= ceil(W/2)} kept; the mean colour elsewhere. */
  RIGHT_ONLY
}
