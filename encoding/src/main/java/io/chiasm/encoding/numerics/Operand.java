package io.chiasm.encoding.numerics;

/**
 * A factor of a product: a window as it is, or transposed.
 *
 * @param transposed whether rows and columns are swapped in the product
 */
public record Operand(Window window, boolean transposed) {
  /** The window as it is. */
  public static Operand of(Window window) {
    return new Operand(window, false);
  }

  /** The window with rows and columns swapped. */
  public static Operand transpose(Window window) {
    return new Operand(window, true);
  }

  int rows() {
    return transposed ? window.columns() : window.rows();
  }

  int columns() {
    return transposed ? window.rows() : window.columns();
  }
}
