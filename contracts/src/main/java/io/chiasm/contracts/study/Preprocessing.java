package io.chiasm.contracts.study;

/** How a photograph becomes a network's input. */
public enum Preprocessing implements Labelled {
  /** The whole photograph resized to the input size, aspect ignored. */
  WHOLE_IMAGE,
  /** Short side resized, centre cropped, as the weights' own preset says. */
  TORCHVISION
}
