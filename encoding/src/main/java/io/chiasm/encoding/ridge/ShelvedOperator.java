package io.chiasm.encoding.ridge;

import io.chiasm.encoding.numerics.Matrix;
import org.jspecify.annotations.Nullable;

/** A residual operator with the place of its penalty in the grid. */
final class ShelvedOperator implements AutoCloseable {
  private final int index;
  private final ResidualOperator operator;
  private final @Nullable Matrix narrow;

  ShelvedOperator(int index, ResidualOperator operator, boolean withNarrow) {
    this.index = index;
    this.operator = operator;
    this.narrow = withNarrow ? operator.narrowed() : null;
  }

  /** Place of the penalty in the grid. */
  int index() {
    return index;
  }

  long bytes() {
    return operator.upper().bytes() + (narrow == null ? 0 : narrow.bytes());
  }

  double norm() {
    return operator.norm();
  }

  /** R in float64. */
  Matrix wide() {
    return operator.upper();
  }

  /** R in float32. */
  Matrix narrow() {
    if (narrow == null) {
      throw new IllegalStateException("this operator was shelved without a float32 copy");
    }
    return narrow;
  }

  @Override
  public void close() {
    operator.close();
    if (narrow != null) {
      narrow.close();
    }
  }
}
