package io.chiasm.encoding.spectrum;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Operand;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.numerics.SymmetricEigen;
import io.chiasm.encoding.numerics.Window;

/**
 * One feature space in one fold: {@code J K_tt J = Uᵀ Λ U} with one eigenvector less than training
 * stimuli, all orthogonal to the constant, and the held-out rows' products with the eigenvectors.
 * Only training stimuli enter the centring.
 */
public final class TrainingSpectrum implements AutoCloseable {
  /**
   * Eigenvalues under this many units of round-off of the largest, per training stimulus, are noise
   * of the decomposition.
   */
  private static final double NOISE = 10 * Math.ulp(1.0);

  private final double[] values;
  private final Matrix vectors;
  private final Matrix heldOut;

  private TrainingSpectrum(double[] values, Matrix vectors, Matrix heldOut) {
    this.values = values;
    this.vectors = vectors;
    this.heldOut = heldOut;
  }

  /**
   * @param gram {@code [stimulus, stimulus]}
   * @param held rows held out
   */
  public static TrainingSpectrum of(Gram gram, TrainingRows training, int[] held) {
    CentredGram centred = CentredGram.of(gram, training, held);
    int components = training.count() - 1;
    double norm = centred.norm();
    // The constant gets an eigenvalue of its own, above all others, so that no eigenvector of a
    // rank-deficient matrix mixes with it; it comes out last and is dropped.
    SymmetricEigen eigen = SymmetricEigen.consuming(centred.plusConstant(norm > 0 ? 2 * norm : 1));
    Matrix products = products(centred, eigen.vectors().rows(0, components));
    return new TrainingSpectrum(spectrum(eigen.values(), norm), eigen.vectors(), products);
  }

  /**
   * Held-out rows of another Gram matrix, that of a band of these features, times the eigenvectors.
   *
   * @return {@code [held-out stimulus, component]}; the caller closes it
   */
  public Matrix products(Gram band, TrainingRows training, int[] held) {
    return products(CentredGram.of(band, training, held), vectors.rows(0, components()));
  }

  private static Matrix products(CentredGram centred, Window vectors) {
    try (Matrix cross = centred.cross()) {
      Matrix products = Matrix.doubles(cross.rows(), vectors.rows());
      Products.multiply(Operand.of(cross.all()), Operand.transpose(vectors), products.all());
      return products;
    }
  }

  /** Without the constant, and without the round-off that it leaves of a matrix of zeros. */
  private static double[] spectrum(double[] values, double norm) {
    double[] spectrum = new double[values.length - 1];
    for (int i = 0; i < spectrum.length && norm > 0; i++) {
      spectrum[i] = Math.max(values[i], 0);
    }
    return spectrum;
  }

  /** What it takes of native memory. */
  public long bytes() {
    return vectors.bytes() + heldOut.bytes();
  }

  /** Number of eigenvectors, one less than training stimuli. */
  public int components() {
    return values.length;
  }

  /** Number of training stimuli. */
  public int training() {
    return values.length + 1;
  }

  /** An eigenvalue of the centred training Gram matrix, not negative, ascending. */
  public double value(int component) {
    return values[component];
  }

  /** The largest eigenvalue. */
  public double largest() {
    return values[values.length - 1];
  }

  /** Eigenvalues at or below this are round-off. */
  public double resolution() {
    return largest() * training() * NOISE;
  }

  /** Number of eigenvalues above {@link #resolution}. */
  public int rank() {
    int rank = 0;
    for (double value : values) {
      rank += value > resolution() ? 1 : 0;
    }
    return rank;
  }

  /**
   * An eigenvector with its elements multiplied by {@code factor}, into a row of {@code target}.
   */
  public void scaledVector(int component, double factor, Matrix target, int row) {
    double[] vector = vectors.row(component);
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    target.setRow(row, vector, 0);
  }

  /**
   * The linear map from centred training responses to predictions less the training mean: {@code
   * K_st U f(Λ) Uᵀ}.
   *
   * @param weights {@code f(λ)} of every component; a component of weight 0 is left out
   * @return {@code [held-out stimulus, training position]}; the caller closes it
   */
  public Matrix predictor(double[] weights) {
    return predictor(weights, heldOut);
  }

  /**
   * The part of a map that a band of the features carries: {@code K_st(band) U f(Λ) Uᵀ}. The parts
   * of disjoint bands that make up all features add up to the whole map.
   *
   * @param products from {@link #products}
   */
  public Matrix predictor(double[] weights, Matrix products) {
    Matrix predictor = Matrix.doubles(products.rows(), training());
    try (Matrix weighted = Matrix.doubles(products.rows(), components())) {
      double[] row = new double[components()];
      for (int s = 0; s < products.rows(); s++) {
        products.getRow(s, row, 0);
        for (int i = 0; i < row.length; i++) {
          row[i] = weights[i] == 0 ? 0 : row[i] * weights[i];
        }
        weighted.setRow(s, row, 0);
      }
      Products.multiply(
          Operand.of(weighted.all()), Operand.of(vectors.rows(0, components())), predictor.all());
    }
    return predictor;
  }

  @Override
  public void close() {
    vectors.close();
    heldOut.close();
  }
}
