package io.chiasm.encoding.numerics;

/** Width of a matrix's elements. */
public enum Precision {
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
