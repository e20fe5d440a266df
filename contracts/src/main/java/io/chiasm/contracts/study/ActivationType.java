package io.chiasm.contracts.study;

import io.chiasm.contracts.tensor.ElementType;

/** The numbers that activations are stored in. */
public enum ActivationType implements Labelled {
  /** As networks compute them. */
  FLOAT32(ElementType.FLOAT32),
  /** Half the bytes: each number rounded to 11 binary digits. */
  FLOAT16(ElementType.FLOAT16);

  private final ElementType stored;

  ActivationType(ElementType stored) {
    this.stored = stored;
  }

  /** Element type of the {@code .npy} objects. */
  public ElementType stored() {
    return stored;
  }
}
