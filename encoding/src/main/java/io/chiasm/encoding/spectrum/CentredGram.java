package io.chiasm.encoding.spectrum;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;

/**
 * {@code K_tt ← J K_tt J} and {@code K_st ← (K_st − 1·colmean(K_tt)) J}: centring of the features
 * by their training means, without the features.
 */
final class CentredGram {
  private final Gram gram;
  private final int[] training;
  private final int[] held;
  private final double[] columnMeans;
  private final double grandMean;

  private CentredGram(Gram gram, int[] training, int[] held) {
    this.gram = gram;
    this.training = training;
    this.held = held;
    this.columnMeans = new double[training.length];
    for (int j = 0; j < training.length; j++) {
      columnMeans[j] = rowMean(training[j]);
    }
    this.grandMean = mean(columnMeans);
  }

  static CentredGram of(Gram gram, TrainingRows training, int[] held) {
    return new CentredGram(gram, training.rows(), held);
  }

  /** Frobenius norm of the centred training Gram matrix, so at least its largest eigenvalue. */
  double norm() {
    double squares = 0;
    for (int i = 0; i < training.length; i++) {
      for (double value : centredRow(i)) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }

  /** Centred training Gram matrix plus {@code top · 11ᵀ/n}. */
  Matrix plusConstant(double top) {
    int n = training.length;
    Matrix matrix = Matrix.doubles(n, n);
    for (int i = 0; i < n; i++) {
      double[] row = centredRow(i);
      for (int j = 0; j < n; j++) {
        row[j] += top / n;
      }
      matrix.setRow(i, row, 0);
    }
    return matrix;
  }

  /** Centred products {@code [held-out stimulus, training position]}. */
  Matrix cross() {
    Matrix matrix = Matrix.doubles(held.length, training.length);
    double[] row = new double[training.length];
    for (int s = 0; s < held.length; s++) {
      double rowMean = rowMean(held[s]);
      for (int j = 0; j < row.length; j++) {
        row[j] = gram.at(held[s], training[j]) - columnMeans[j] - (rowMean - grandMean);
      }
      matrix.setRow(s, row, 0);
    }
    return matrix;
  }

  private double[] centredRow(int i) {
    double[] row = new double[training.length];
    for (int j = 0; j < row.length; j++) {
      // Written symmetrically in i and j, so that the matrix is so to the last bit.
      row[j] = gram.at(training[i], training[j]) - (columnMeans[i] + columnMeans[j]) + grandMean;
    }
    return row;
  }

  private double rowMean(int row) {
    double sum = 0;
    for (int column : training) {
      sum += gram.at(row, column);
    }
    return sum / training.length;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
