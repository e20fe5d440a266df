package io.chiasm.dataset.algonauts;

/** How much of a data set's bytes a check reads. */
public enum CheckDepth {
  /** Names, headers, masks and the first bytes of images: seconds for the whole of Algonauts. */
  QUICK,
  /** Also every response and every pixel: minutes. */
  FULL
}
