package io.chiasm.networks.shape;

/** Whether values of a layer depend on more of the image than their receptive field. */
public enum Mixing {
  /** No: convolutions, pools and pointwise operations only. */
  LOCAL,
  /** Not known, because an operator is not known or positions were folded into another axis. */
  UNKNOWN,
  /**
   * Yes: something averages or attends over positions, such as squeeze-and-excitation. Attention
   * within windows counts too.
   */
  GLOBAL;

  Mixing and(Mixing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
