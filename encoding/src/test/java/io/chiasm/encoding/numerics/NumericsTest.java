package io.chiasm.encoding.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.encoding.testing.Made;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation against its definition, for small sizes. */
class NumericsTest {
  /** Sums of at most 30 products of order one in float64. */
  private static final double ROUND_OFF = 1e-12;

  /** The same in float32. */
  private static final double FLOAT32 = 1e-5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void productEqualsItsDefinition(int n) {
    double[] a = Made.normals(1, n, n + 2).values();
    double[] b = Made.normals(2, n + 2, n + 1).values();
    try (Matrix x = Matrix.of(n, n + 2, a);
        Matrix y = Matrix.of(n + 2, n + 1, b);
        Matrix c = Matrix.doubles(n, n + 1)) {
      Products.multiply(Operand.of(x.all()), Operand.of(y.all()), c.all());
      Products.addProduct(Operand.of(x.all()), Operand.of(y.all()), c.all());
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= n; j++) {
          double sum = 0;
          for (int k = 0; k < n + 2; k++) {
            sum += a[i * (n + 2) + k] * b[k * (n + 1) + j];
          }
          assertThat(c.get(i, j)).isCloseTo(2 * sum, within(ROUND_OFF));
        }
      }
    }
  }

  @Test
  void productOfWindowsTouchesNothingElse() {
    try (Matrix a = Matrix.of(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Matrix c = Matrix.of(3, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1)) {
      Window lower = new Window(a, 1, 1, 2, 2);
      Products.multiply(Operand.of(lower), Operand.transpose(lower), new Window(c, 0, 1, 2, 2));
      assertThat(c.toArray()).containsExactly(-1, 61, 94, -1, 94, 145, -1, -1, -1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 64, 130})
  void gramOfColumnsIsSymmetricAndEqualsTheProduct(int n) {
    try (Matrix a = Matrix.of(n + 3, n, Made.normals(3, n + 3, n).values());
        Matrix gram = Matrix.doubles(n, n);
        Matrix product = Matrix.doubles(n, n)) {
      Products.addGramOfColumns(a.all(), gram);
      Products.mirrorLower(gram);
      Products.multiply(Operand.transpose(a.all()), Operand.of(a.all()), product.all());
      assertThat(gram.toArray()).containsExactly(product.toArray(), within(ROUND_OFF));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 65})
  void gramOfRowsIsAddedToTheLowerTriangleOfAWindow(int n) {
    try (Matrix a = Matrix.of(n, 4, Made.normals(3, n, 4).values());
        Matrix c = Matrix.doubles(n + 2, n + 2);
        Matrix product = Matrix.doubles(n, n)) {
      Products.addGramOfRows(a.all(), new Window(c, 2, 1, n, n));
      Products.addGramOfRows(a.all(), new Window(c, 2, 1, n, n));
      Products.multiply(Operand.of(a.all()), Operand.transpose(a.all()), product.all());
      for (int row = 0; row < n; row++) {
        for (int column = 0; column < n; column++) {
          double expected = column > row ? 0 : 2 * product.get(row, column);
          assertThat(c.get(2 + row, 1 + column)).isCloseTo(expected, within(ROUND_OFF));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 40})
  void eigenvectorsRebuildTheMatrixAndAreOrthonormal(int n) {
    try (Matrix x = Matrix.of(n + 1, n, Made.normals(4, n + 1, n).values());
        Matrix symmetric = Matrix.doubles(n, n);
        Matrix rebuilt = Matrix.doubles(n, n);
        Matrix scaled = Matrix.doubles(n, n)) {
      Products.addGramOfColumns(x.all(), symmetric);
      Products.mirrorLower(symmetric);
      double[] before = symmetric.toArray();
      SymmetricEigen eigen = SymmetricEigen.consuming(symmetric);
      assertThat(eigen.values()).isSorted();
      for (int i = 0; i < n; i++) {
        double[] vector = eigen.vectors().row(i);
        assertThat(Products.squaredNorm(eigen.vectors(), i)).isCloseTo(1, within(ROUND_OFF));
        for (int j = 0; j < n; j++) {
          vector[j] *= eigen.values()[i];
        }
        scaled.setRow(i, vector, 0);
      }
      Products.multiply(
          Operand.transpose(scaled.all()), Operand.of(eigen.vectors().all()), rebuilt.all());
      assertThat(rebuilt.toArray()).containsExactly(before, within(100 * ROUND_OFF));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void solutionOfASymmetricSystemSolvesIt(int n) {
    try (Matrix x = Matrix.of(n + 9, n, Made.normals(5, n + 9, n).values());
        Matrix a = Matrix.doubles(n, n);
        Matrix b = Matrix.of(n, 3, Made.normals(6, n, 3).values());
        Matrix back = Matrix.doubles(n, 3);
        Matrix kept = Matrix.doubles(n, n)) {
      double[] right = b.toArray();
      Products.addGramOfColumns(x.all(), a);
      Products.mirrorLower(a);
      kept.copyFrom(a);
      assertThat(Factors.solveSymmetric(a, b.all())).isTrue();
      Products.multiply(Operand.of(kept.all()), Operand.of(b.all()), back.all());
      assertThat(back.toArray()).containsExactly(right, within(ROUND_OFF));
    }
  }

  @Test
  void indefiniteMatrixIsNotSolved() {
    try (Matrix a = Matrix.of(2, 2, 1, 2, 2, 1);
        Matrix b = Matrix.of(2, 1, 3, 4)) {
      assertThat(Factors.solveSymmetric(a, b.all())).isFalse();
      assertThat(b.toArray()).containsExactly(3, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 40})
  void triangularFactorKeepsEveryNorm(int n) {
    double[] square = Made.normals(7, n, n).values();
    try (Matrix m = Matrix.of(n, n, square);
        Matrix r = Matrix.of(n, n, square);
        Matrix y = Matrix.of(3, n, Made.normals(8, 3, n).values());
        Matrix direct = Matrix.doubles(3, n);
        Matrix narrowY = Matrix.of(Precision.FLOAT32, 3, n);
        Matrix narrowR = Matrix.of(Precision.FLOAT32, n, n)) {
      Factors.triangularise(r);
      Products.multiply(Operand.of(y.all()), Operand.transpose(m.all()), direct.all());
      for (int i = 0; i < 3; i++) {
        narrowY.setRow(i, y.row(i), 0);
      }
      for (int i = 0; i < n; i++) {
        narrowR.setRow(i, r.row(i), 0);
      }
      Products.timesUpperTransposed(y.all(), r);
      Products.timesUpperTransposed(narrowY.all(), narrowR);
      for (int i = 0; i < 3; i++) {
        double expected = Products.squaredNorm(direct, i);
        assertThat(Products.squaredNorm(y, i)).isCloseTo(expected, within(expected * ROUND_OFF));
        assertThat(Products.squaredNorm(narrowY, i))
            .isCloseTo(expected, within(expected * FLOAT32));
      }
    }
  }

  @Test
  void matrixThatIsClosedOrTooSmallIsRefusedBeforeNativeCodeSeesIt() {
    Matrix matrix = Matrix.of(1, 2, 3, 4);
    assertThatThrownBy(() -> matrix.get(1, 0)).hasMessageContaining("1 x 2");
    assertThatThrownBy(() -> new Window(matrix, 0, 1, 1, 2)).hasMessageContaining("outside");
    assertThatThrownBy(
            () ->
                Products.multiply(Operand.of(matrix.all()), Operand.of(matrix.all()), matrix.all()))
        .hasMessageContaining("product of 1 x 2 and 1 x 2");
    matrix.close();
    assertThatThrownBy(() -> matrix.get(0, 0)).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1, 1",
    "0, -1, 1, 1",
    "0, 0, -1, 1",
    "0, 0, 1, -1",
    "1, 0, 2, 1",
    "0, 2, 1, 2"
  })
  void windowsLieWithinTheirMatrix(int row, int column, int rows, int columns) {
    try (Matrix matrix = Matrix.doubles(2, 3)) {
      assertThatThrownBy(() -> new Window(matrix, row, column, rows, columns))
          .hasMessage(
              "window of %d x %d at (%d, %d) lies outside a 2 x 3 matrix",
              rows, columns, row, column);
    }
  }

  @Test
  void elementsOutsideAreRefused() {
    try (Matrix matrix = Matrix.doubles(2, 3)) {
      assertThat(matrix.get(1, 2)).isZero();
      assertThatThrownBy(() -> matrix.get(-1, 0)).hasMessageContaining("(-1, 0) of a 2 x 3");
      assertThatThrownBy(() -> matrix.get(2, 0)).hasMessageContaining("(2, 0) of a 2 x 3");
      assertThatThrownBy(() -> matrix.get(0, -1)).hasMessageContaining("(0, -1) of a 2 x 3");
      assertThatThrownBy(() -> matrix.get(0, 3)).hasMessageContaining("(0, 3) of a 2 x 3");
    }
    assertThatThrownBy(() -> Matrix.doubles(-1, 3)).hasMessage("matrix of -1 x 3");
    assertThatThrownBy(() -> Matrix.doubles(2, -1)).hasMessage("matrix of 2 x -1");
  }

  @Test
  void productsOfWhatDoesNotFitAreRefused() {
    try (Matrix a = Matrix.doubles(2, 3);
        Matrix b = Matrix.doubles(3, 4);
        Matrix narrow = Matrix.of(Precision.FLOAT32, 3, 4);
        Matrix none = Matrix.doubles(2, 0);
        Matrix square = Matrix.doubles(2, 2);
        Matrix c = Matrix.doubles(2, 4)) {
      Operand left = Operand.of(a.all());
      Operand right = Operand.of(b.all());
      assertRefused(() -> Products.multiply(left, right, b.all()), "into 3 x 4");
      assertRefused(() -> Products.multiply(left, right, a.all()), "into 2 x 3");
      assertRefused(() -> Products.multiply(right, right, b.all()), "3 x 4 and 3 x 4");
      assertRefused(
          () ->
              Products.multiply(
                  Operand.of(none.all()), Operand.transpose(none.all()), square.all()),
          "over no terms");
      assertRefused(
          () -> Products.multiply(left, Operand.of(narrow.all()), c.all()), "mixed precision");
      assertRefused(() -> Products.addGramOfColumns(a.all(), square), "columns does not fit");
      assertRefused(() -> Products.addGramOfRows(b.all(), square.all()), "rows does not fit");
      assertRefused(() -> Products.timesUpperTransposed(a.all(), square), "does not fit");
      assertRefused(() -> SymmetricEigen.consuming(a), "no square matrix: 2 x 3");
      assertRefused(() -> a.copyFrom(b), "different kinds");
      assertRefused(() -> b.copyFrom(narrow), "different kinds");
    }
  }

  private static void assertRefused(ThrowingCallable operation, String reason) {
    assertThatThrownBy(operation)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void matricesWithoutElementsArePassedOver() {
    try (Matrix a = Matrix.doubles(0, 3);
        Matrix b = Matrix.doubles(3, 4);
        Matrix c = Matrix.doubles(0, 4);
        Matrix square = Matrix.doubles(3, 3)) {
      Products.multiply(Operand.of(a.all()), Operand.of(b.all()), c.all());
      Products.timesUpperTransposed(a.all(), square);
      c.copyFrom(c);
      assertThat(c.toArray()).isEmpty();
      assertThat(c.bytes()).isZero();
      assertThat(b.bytes()).isEqualTo(12 * 8);
    }
  }

  @Test
  void productsOfFloat32AreThoseOfFloat64() {
    try (Matrix a = Matrix.of(Precision.FLOAT32, 2, 2);
        Matrix sum = Matrix.of(Precision.FLOAT32, 2, 2)) {
      a.setRow(0, new double[] {1, 2}, 0);
      a.setRow(1, new double[] {9, 3, 4}, 1);
      Products.addProduct(Operand.of(a.all()), Operand.transpose(a.all()), sum.all());
      Products.addProduct(Operand.of(a.all()), Operand.of(a.all()), sum.all());
      assertThat(sum.toArray()).containsExactly(5 + 7, 11 + 10, 11 + 15, 25 + 22);
      assertThat(sum.get(1, 0)).isEqualTo(26);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aCopyHasAllElementsAndIsRefusedBetweenKinds(Precision precision) {
    try (Matrix from = Matrix.of(precision, 3, 2);
        Matrix to = Matrix.of(precision, 3, 2);
        Matrix turned = Matrix.of(precision, 2, 3);
        Matrix wider = Matrix.of(precision, 3, 3);
        Matrix longer = Matrix.of(precision, 4, 2);
        Matrix none = Matrix.of(precision, 0, 2)) {
      for (int row = 0; row < 3; row++) {
        from.setRow(row, new double[] {row + 0.5, -row}, 0);
      }
      to.copyFrom(from);
      assertThat(to.toArray()).containsExactly(from.toArray());
      none.copyFrom(none);
      for (Matrix other : List.of(turned, wider, longer, none)) {
        assertThatThrownBy(() -> to.copyFrom(other)).isInstanceOf(IllegalArgumentException.class);
      }
      Precision another = precision == Precision.FLOAT32 ? Precision.FLOAT64 : Precision.FLOAT32;
      try (Matrix other = Matrix.of(another, 3, 2)) {
        assertThatThrownBy(() -> to.copyFrom(other)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void gramMatricesOfNothingOrIntoAnotherSizeAreRefused() {
    try (Matrix a = Matrix.doubles(4, 3);
        Matrix wide = Matrix.doubles(3, 4);
        Matrix high = Matrix.doubles(4, 3);
        Matrix square = Matrix.doubles(3, 3);
        Matrix larger = Matrix.doubles(4, 4)) {
      assertRefused(() -> Products.addGramOfColumns(a.rows(0, 0), square), "columns does not fit");
      assertRefused(() -> Products.addGramOfColumns(a.all(), wide), "columns does not fit");
      assertRefused(() -> Products.addGramOfColumns(a.all(), high), "columns does not fit");
      Window noColumns = new Window(a, 0, 0, 4, 0);
      assertRefused(() -> Products.addGramOfRows(noColumns, larger.all()), "rows does not fit");
      assertRefused(() -> Products.addGramOfRows(a.all(), wide.all()), "rows does not fit");
      assertRefused(() -> Products.addGramOfRows(a.all(), high.all()), "rows does not fit");
      assertRefused(() -> SymmetricEigen.consuming(wide), "no square matrix: 3 x 4");
    }
  }

  @Test
  void matrixIsZeroAtFirst() {
    try (Matrix wide = Matrix.doubles(5, 7);
        Matrix narrow = Matrix.of(Precision.FLOAT32, 5, 7)) {
      assertThat(wide.toArray()).containsOnly(0);
      assertThat(narrow.toArray()).containsOnly(0);
    }
  }
}
