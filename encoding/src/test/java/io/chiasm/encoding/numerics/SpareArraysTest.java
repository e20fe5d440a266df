package io.chiasm.encoding.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SpareArraysTest {
  @Test
  void anArrayIsGivenToTheNextOfItsSizeAndToNobodyElse() {
    // Given
    SpareArrays spare = new SpareArrays(100);
    INDArray array = vector(3);
    spare.give(Precision.FLOAT64, array);
    // Then
    assertThat(spare.take(Precision.FLOAT32, 3)).isEmpty();
    assertThat(spare.take(Precision.FLOAT64, 4)).isEmpty();
    assertThat(spare.take(Precision.FLOAT64, 3)).containsSame(array);
    assertThat(spare.take(Precision.FLOAT64, 3)).isEmpty();
    assertThat(spare.bytes()).isZero();
    array.close();
  }

  @Test
  void whatWasNotAskedForLongestIsFreedFirst() {
    // Given
    SpareArrays spare = new SpareArrays(64);
    INDArray older = vector(3);
    INDArray newer = vector(4);
    spare.give(Precision.FLOAT64, older);
    spare.give(Precision.FLOAT64, newer);
    assertThat(spare.take(Precision.FLOAT64, 3)).containsSame(older);
    spare.give(Precision.FLOAT64, older);
    // When
    spare.give(Precision.FLOAT64, vector(2));
    // Then
    assertThat(newer.wasClosed()).isTrue();
    assertThat(older.wasClosed()).isFalse();
    assertThat(spare.bytes()).isEqualTo(40);
  }

  @Test
  void allArraysOfTheSizeThatGoesAreFreed() {
    // Given
    SpareArrays spare = new SpareArrays(72);
    INDArray one = vector(2);
    INDArray other = vector(2);
    spare.give(Precision.FLOAT64, one);
    spare.give(Precision.FLOAT64, other);
    // When
    spare.give(Precision.FLOAT64, vector(6));
    // Then
    assertThat(one.wasClosed()).isTrue();
    assertThat(other.wasClosed()).isTrue();
    assertThat(spare.bytes()).isEqualTo(48);
    assertThat(spare.take(Precision.FLOAT64, 2)).isEmpty();
  }

  @Test
  void asManyBytesAsMayBeKeptAreKept() {
    SpareArrays all = new SpareArrays(40);
    all.give(Precision.FLOAT64, vector(2));
    all.give(Precision.FLOAT64, vector(3));
    assertThat(all.bytes()).isEqualTo(40);
    SpareArrays large = new SpareArrays(1 << 30);
    large.give(Precision.FLOAT64, vector(SpareArrays.LARGEST_BYTES / Double.BYTES));
    assertThat(large.bytes()).isEqualTo(SpareArrays.LARGEST_BYTES);
  }

  @Test
  void largeArraysAreFreedAtOnce() {
    SpareArrays spare = new SpareArrays(1 << 30);
    INDArray large = vector(SpareArrays.LARGEST_BYTES / Double.BYTES + 1);
    spare.give(Precision.FLOAT64, large);
    assertThat(large.wasClosed()).isTrue();
    assertThat(spare.bytes()).isZero();
  }

  @Test
  void aMatrixIsZeroAtFirstWhateverItsMemoryHeld() {
    for (Precision precision : Precision.values()) {
      for (int i = 0; i < 3; i++) {
        try (Matrix matrix = Matrix.of(precision, 7, 5)) {
          assertThat(matrix.toArray()).containsOnly(0);
          matrix.setRow(6, new double[] {1, 2, 3, 4, 5}, 0);
          matrix.setRow(0, new double[] {6, 7, 8, 9, 10}, 0);
        }
      }
    }
  }

  @Test
  void aMatrixClosedTwiceGivesItsMemoryToOneOtherOnly() {
    // Given
    Matrix closed = Matrix.doubles(7, 11);
    closed.close();
    closed.close();
    // When
    try (Matrix one = Matrix.doubles(7, 11);
        Matrix other = Matrix.doubles(7, 11)) {
      one.setRow(0, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0);
      // Then
      assertThat(other.toArray()).containsOnly(0);
      assertThatThrownBy(() -> closed.get(0, 0)).hasMessageContaining("closed");
    }
  }

  private static INDArray vector(long elements) {
    return Nd4j.zeros(DataType.DOUBLE, 1, elements);
  }
}
